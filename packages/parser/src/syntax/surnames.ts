/** The most frequent Japanese family names, so that 山田太郎 is told from a word of four characters. */
const surnames = new Set(
  `佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎 森 池田 橋本
  阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 原田 中川 松田 竹内
  小野 中山 田村 河野 和田 石田 上田 原 森田 小島 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 今井 工藤 丸山 増田 高田 村田 平野 大塚 菅原 武田 杉山 新井
  小山 野口 桜井 千葉 岩崎 佐野 谷口 上野 松井 河合 菊地 菊池 野村 渡部 松尾 木下 佐久間 市川 古川 水野 小松 島田 北村 五十嵐 平田 飯田 熊谷 久保 矢野 川口 松岡
  土屋 服部 川崎 秋山 荒木 大西 内田 星野 東 西田 南 関 望月 本田 須藤 永井 吉川 浅野 尾崎 小田 片山 岩田 荒井 松下 中田 堀 三宅 成田 早川 山中 篠原 本間
  内藤 大久保 石原 川村 栗原 樋口 大橋 伊東 福島 川上 松浦 高野 根本 富田 辻 黒田 森本 吉村 大島 奥村 小池 田口 川島 広瀬 馬場 宮田 岡崎 永田 西川 桑原 高山 榎本
  大谷 田辺 石橋 山内 杉本 菅野 角田 小原 柳沢 古田 白石 福井 村井 野田 坂井 大森 岡 落合 関口 小西 吉岡 平井 宮下 牧野 堀内 安田 安部 今村 河村 相澤 松永 堤 矢島 小泉`
    .trim()
    .split(/\s+/),
)

/** What a name never ends with, though places, companies and words that begin like one do: 千葉県, 小林製薬. */
const noEnd =
  /(?:[都道府県市区町村駅店屋堂組寺城線館園港橋通者性化的論法案用中後前式系型版の]|製薬|電器|電機|電気|技研|工業|商事|商店|物産|産業|建設|鉄道|食品|証券|分析|政策|計画|開発|設計|管理|関係|部分|問題|機能|以外|以上|以下)$/u

/** Kanji, and behind them, if at all, more kanji, hiragana or katakana, but not a mixture. */
const formOfName =
  /^[\p{sc=Han}々ヶ]{1,5}(?:[ \u3000]?(?:[\p{sc=Han}々ヶ]{1,5}|\p{sc=Hira}{1,5}|[\p{sc=Kana}ー]{1,6}))?$/u

/** Whether a text begins with a family name and goes on, if at all, like a given name. */
export function looksJapaneseName(text: string): boolean {
  if (!formOfName.test(text) || noEnd.test(text)) return false
  const whole = text.replace(/[ \u3000]/g, '')
  // A family name of one character is also a word, so that only a space behind it shows a name: 林, 森, 東.
  for (let length = 2; length <= 3; length++) {
    if (surnames.has(whole.slice(0, length)) && whole.length <= length + 4) return true
  }
  // Two short groups of characters with a space between: 林 花子.
  return /^[\p{sc=Han}々ヶ]{1,4}[ \u3000][\p{sc=Han}々ヶ\p{sc=Hira}\p{sc=Kana}ー]{1,5}$/u.test(text)
}
