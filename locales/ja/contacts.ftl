### 相談先、QRコード

contacts-open = 相談先を見る (無料、費用の少ないもの)
contacts-title = 相談先
contacts-check-first = 費用、日程、制度は変わることがあります。「要確認」とあるものは、申し込む前に確かめてください。
contacts-verify = 要確認
contacts-cost = 費用: { $cost }   もとにした資料: { $mark }
measures-all-contacts = 相談先を全部見る
code-how = スマホのカメラで読み取ると、このページが開きます。このパソコンは、ネットワークを使いません。
code-no-room = この窓には、スマホ用のQRコードを出す場所がありません。窓を { $columns }桁 { $lines }行より大きくすると出ます。上の文字は、そのまま使えます。
