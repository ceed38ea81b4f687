-- Five questions to the checks of many firms, for DuckDB and Spark SQL alike. `sent` is made by load.*.sql.
--
-- Nobody is to be seen in an answer:
--   * A trade or a size of fewer than five firms stands together with others, as '(together)'; so does
--     who has said nothing. If those are fewer than
--     five themselves, the next smallest joins them: what is shown taken from the total leaves five or more.
--   * What fewer than five firms have in common is left out.
--   * Every other count is rounded to the nearest five, totals too, each for itself: a difference of two of them says
--     nothing of single firms. Percents are made of rounded counts.

-- Each check once. Of one that was sent twice the later state counts; of two from one month the later file name.
CREATE OR REPLACE TEMPORARY VIEW each_check AS
SELECT * FROM (
    SELECT sent.*,
        coalesce(firm, case_id) AS who,
        row_number() OVER (
            PARTITION BY case_id, pack, question ORDER BY updated DESC, filename DESC
        ) AS place
    FROM sent
) AS states
WHERE place = 1;

-- Of each firm the check that was begun last.
CREATE OR REPLACE TEMPORARY VIEW latest AS
SELECT each_check.*
FROM each_check
JOIN (
    SELECT who, pack, case_id,
        row_number() OVER (PARTITION BY who, pack ORDER BY max(created) DESC, case_id DESC) AS place
    FROM each_check
    GROUP BY who, pack, case_id
) AS checks
    ON checks.who = each_check.who AND checks.pack = each_check.pack AND checks.case_id = each_check.case_id
WHERE checks.place = 1;

-- Trade and size of each firm, as it said last.
CREATE OR REPLACE TEMPORARY VIEW firms AS
SELECT who, max(trade) AS trade, max(size) AS size FROM latest GROUP BY who;

-- For each kind of group the name under which a firm is shown. `before` counts the firms of all smaller groups:
-- groups stand together until five firms do, and those that are small by themselves always.
CREATE OR REPLACE TEMPORARY VIEW groups_of_firms AS
SELECT kind, value, firms,
    CASE
        WHEN firms < 5 OR (has_small AND before < 5) THEN '(together)'
        WHEN value = '' THEN '(not said)'
        ELSE value
    END AS shown_as
FROM (
    SELECT kind, value, firms,
        min(firms) OVER (PARTITION BY kind) < 5 AS has_small,
        coalesce(sum(firms) OVER (
            PARTITION BY kind ORDER BY firms, value ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS before
    FROM (
        SELECT 'trade' AS kind, trade AS value, count(*) AS firms FROM firms GROUP BY trade
        UNION ALL
        SELECT 'size' AS kind, size AS value, count(*) AS firms FROM firms GROUP BY size
    ) AS counted
) AS ordered;

CREATE OR REPLACE TEMPORARY VIEW shown_in AS
SELECT who, 'all' AS kind, 'all' AS shown_as FROM firms
UNION ALL
SELECT who, 'trade', groups_of_firms.shown_as
FROM firms JOIN groups_of_firms ON groups_of_firms.kind = 'trade' AND groups_of_firms.value = firms.trade
UNION ALL
SELECT who, 'size', groups_of_firms.shown_as
FROM firms JOIN groups_of_firms ON groups_of_firms.kind = 'size' AND groups_of_firms.value = firms.size;

-- Question 1: what is not in place most often, in all firms, by trade and by size?
SELECT kind, shown_as, question, label, asked, missing,
    CASE WHEN asked > 0 THEN cast(round(100.0 * missing / asked) AS int) END AS percent
FROM (
    SELECT kind, shown_as, pack, question, max(label) AS label, min(number) AS number,
        cast(5 * round(count(*) / 5.0) AS int) AS asked,
        cast(5 * round(sum(CASE WHEN gap THEN 1 ELSE 0 END) / 5.0) AS int) AS missing
    FROM latest JOIN shown_in ON shown_in.who = latest.who
    GROUP BY kind, shown_as, pack, question
    HAVING count(DISTINCT latest.who) >= 5 AND sum(CASE WHEN gap THEN 1 ELSE 0 END) >= 5
) AS counted
ORDER BY kind, shown_as, missing DESC, pack, number;

-- Question 2: which points of the questions are open most often?
SELECT question, label, point, cast(5 * round(firms / 5.0) AS int) AS firms
FROM (
    SELECT pack, question, max(label) AS label, point, count(DISTINCT who) AS firms
    FROM (SELECT who, pack, question, label, explode(points_open) AS point FROM latest) AS points
    GROUP BY pack, question, point
) AS counted
WHERE firms >= 5
ORDER BY firms DESC, question, point;

-- Question 3: what has become better or worse from one check of a firm to its next? The check says which one it does
-- again (`earlier`); where it does not, the firm's check before it counts.
SELECT question, label,
    CASE WHEN pairs >= 5 THEN cast(5 * round(pairs / 5.0) AS int) END AS firms_twice,
    CASE WHEN better >= 5 THEN cast(5 * round(better / 5.0) AS int) END AS now_in_place,
    CASE WHEN worse >= 5 THEN cast(5 * round(worse / 5.0) AS int) END AS not_any_more,
    CASE WHEN still >= 5 THEN cast(5 * round(still / 5.0) AS int) END AS still_missing
FROM (
    SELECT after.pack, after.question, max(after.label) AS label, min(after.number) AS number,
        count(DISTINCT after.who) AS pairs,
        count(DISTINCT CASE WHEN before.gap AND NOT after.gap THEN after.who END) AS better,
        count(DISTINCT CASE WHEN after.gap AND NOT before.gap THEN after.who END) AS worse,
        count(DISTINCT CASE WHEN after.gap AND before.gap THEN after.who END) AS still
    FROM each_check AS after
    JOIN (
        SELECT pack, case_id, coalesce(earlier, previous) AS earlier
        FROM (
            SELECT pack, case_id, earlier,
                lag(case_id) OVER (PARTITION BY who, pack ORDER BY created, case_id) AS previous
            FROM (
                SELECT DISTINCT who, pack, case_id, earlier, created FROM each_check
            ) AS checks
        ) AS linked
    ) AS links ON links.pack = after.pack AND links.case_id = after.case_id
    JOIN each_check AS before
        ON before.case_id = links.earlier AND before.pack = after.pack AND before.question = after.question
    GROUP BY after.pack, after.question
) AS counted
ORDER BY pack, number;

-- Question 4: which records are there?
SELECT question, label, record_of, cast(5 * round(firms / 5.0) AS int) AS firms
FROM (
    SELECT pack, question, max(label) AS label, min(number) AS number, record_of, count(DISTINCT who) AS firms
    FROM (SELECT who, pack, question, label, number, explode(records_there) AS record_of FROM latest) AS records
    GROUP BY pack, question, record_of
) AS counted
WHERE firms >= 5
ORDER BY firms DESC, question, record_of;

-- Question 5: what is to be done first, in how many firms? An association can help with that, for many at once.
SELECT measure, measure_text, cost, cast(5 * round(firms / 5.0) AS int) AS firms
FROM (
    SELECT measure, max(measure_text) AS measure_text, max(cost) AS cost, count(DISTINCT who) AS firms
    FROM latest
    WHERE first
    GROUP BY measure
) AS counted
WHERE firms >= 5
ORDER BY firms DESC, measure;
