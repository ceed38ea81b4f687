//! JSON of which it is known what comes next: members in the order in which they are written. Whatever is not as
//! expected is [`Other`], and whoever asks reads it in another way. Builds nothing and passes over what is not asked for.

/// Something else than was expected. Whatever it is.
pub(super) struct Other;

pub(super) type Read<T> = Result<T, Other>;

/// A place in a text of JSON. After something else it is anywhere.
pub(super) struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// Behind this place a name of a member begins at that one: not looked for again where another was expected.
    name: (usize, usize),
}

/// A byte in each of eight.
const EACH: u64 = 0x0101_0101_0101_0101;

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            name: (0, 0),
        }
    }

    /// Nothing is left.
    pub(super) fn ends(mut self) -> Read<()> {
        self.pass_blanks();
        expect(self.at == self.text.len())
    }

    /// An object begins, or ends.
    pub(super) fn take(&mut self, sign: u8) -> Read<()> {
        self.pass_blanks();
        self.sign(sign)
    }

    /// The value of this member, which must be the next one.
    pub(super) fn member<T>(
        &mut self,
        name: &str,
        value: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Read<T> {
        self.optional(name, value)?.ok_or(Other)
    }

    /// The value of this member, if it is the next one.
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        value: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Read<Option<T>> {
        let before = self.at;
        if self.goes_to(name).is_ok() {
            value(self).map(Some)
        } else {
            self.at = before;
            Ok(None)
        }
    }

    fn goes_to(&mut self, name: &str) -> Read<()> {
        let before = self.at;
        if self.name.0 == before {
            self.at = self.name.1;
        } else {
            let is_first = before > 0 && self.bytes()[before - 1] == b'{';
            if !is_first {
                self.take(b',')?;
            }
            self.take(b'"')?;
            self.name = (before, self.at);
        }
        expect(self.word(name))?;
        self.sign(b'"')?;
        self.take(b':')
    }

    /// Each value of an object, with its name.
    pub(super) fn each_member(
        &mut self,
        mut each: impl FnMut(&mut Self, &'t str) -> Read<()>,
    ) -> Read<()> {
        self.take(b'{')?;
        if self.take(b'}').is_ok() {
            return Ok(());
        }
        loop {
            let name = self.text()?;
            self.take(b':')?;
            each(self, name)?;
            if self.take(b',').is_err() {
                return self.take(b'}');
            }
        }
    }

    /// Each value of a list.
    pub(super) fn each(&mut self, mut each: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        self.take(b'[')?;
        if self.take(b']').is_ok() {
            return Ok(());
        }
        loop {
            each(self)?;
            if self.take(b',').is_err() {
                return self.take(b']');
            }
        }
    }

    /// A value, or `null`.
    pub(super) fn or_null<T>(
        &mut self,
        value: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Read<Option<T>> {
        self.pass_blanks();
        if self.word("null") {
            Ok(None)
        } else {
            value(self).map(Some)
        }
    }

    pub(super) fn truth(&mut self) -> Read<bool> {
        self.pass_blanks();
        if self.word("true") {
            return Ok(true);
        }
        expect(self.word("false")).map(|()| false)
    }

    /// A whole number.
    pub(super) fn number(&mut self) -> Read<u64> {
        self.pass_blanks();
        let start = self.at;
        while self.bytes().get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        let digits = &self.text[start..self.at];
        expect(digits.len() == 1 || !digits.starts_with('0'))?;
        digits.parse().map_err(|_| Other)
    }

    /// A text as it stands there, without the signs around it: none in which a sign is written in another way.
    pub(super) fn text(&mut self) -> Read<&'t str> {
        self.take(b'"')?;
        let start = self.at;
        let length = self.plain_length();
        self.at += length;
        self.sign(b'"')?;
        Ok(&self.text[start..start + length])
    }

    /// A text, whatever it says.
    pub(super) fn pass_text(&mut self) -> Read<()> {
        self.take(b'"')?;
        loop {
            self.at += self.plain_length();
            if self.sign(b'"').is_ok() {
                return Ok(());
            }
            self.sign(b'\\')?;
            // Of one that is written as a number it is not sure that there is such a sign.
            let escaped = self.bytes().get(self.at);
            expect(escaped.is_some_and(|byte| br#""\/bfnrt"#.contains(byte)))?;
            self.at += 1;
        }
    }

    /// As far as signs stand for themselves: up to the end of the text, a backslash or a control character.
    fn plain_length(&self) -> usize {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        let mut length = 0;
        // Eight at once. Of those that are marked the first is sure.
        while let Some(eight) = eight_from(rest, length) {
            let is_nought = |bytes: u64| bytes.wrapping_sub(EACH) & !bytes;
            let ends = is_nought(eight ^ (EACH * u64::from(b'"')));
            let escapes = is_nought(eight ^ (EACH * u64::from(b'\\')));
            let controls = eight.wrapping_sub(EACH * 0x20) & !eight;
            let marked = (ends | escapes | controls) & (EACH << 7);
            if marked != 0 {
                return length + first_of(marked);
            }
            length += 8;
        }
        let is_other = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
        let end = rest[length..].iter().position(is_other);
        length + end.unwrap_or(rest.len() - length)
    }

    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    fn sign(&mut self, sign: u8) -> Read<()> {
        let is_there = self.bytes().get(self.at) == Some(&sign);
        self.at += usize::from(is_there);
        expect(is_there)
    }

    fn word(&mut self, word: &str) -> bool {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        let is_there = rest.starts_with(word.as_bytes());
        self.at += if is_there { word.len() } else { 0 };
        is_there
    }

    fn pass_blanks(&mut self) {
        let bytes = self.bytes();
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(self.at) {
            self.at += 1;
            // The indent of a line.
            while let Some(eight) = eight_from(bytes, self.at) {
                let blanks = first_of(eight ^ (EACH * u64::from(b' ')));
                self.at += blanks;
                if blanks < 8 {
                    break;
                }
            }
        }
    }
}

pub(super) fn expect(is_so: bool) -> Read<()> {
    if is_so { Ok(()) } else { Err(Other) }
}

fn eight_from(bytes: &[u8], at: usize) -> Option<u64> {
    let eight = bytes.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*eight))
}

/// The first byte in which anything is set; 8 if none is.
fn first_of(eight: u64) -> usize {
    eight.trailing_zeros() as usize / 8
}
