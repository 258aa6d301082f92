/**
 * Pieces that make one new word with the word beside them, so that neither half is the term any more:
 * サーバー|レス, ロール|バック, サブ|ネット, プラグ|イン.
 */
export const boundKatakana: ReadonlySet<string> = new Set(
  [
    // Endings that make adjectives and nouns.
    'レス フル ライク フリー イズム ネス メント シップ ション レット ワイズ ブル アブル ング リング ニング ティング シング ミング ディング',
    // Adverbs and prepositions of English compounds.
    'イン アウト アップ ダウン オン オフ オーバー バック スルー アウェイ',
    // Prefixes.
    'サブ プレ アン ノン メタ インター アンチ ディス ポスト ノー ロー',
  ].flatMap((words) => words.split(' ')),
)

/** Suffixes that leave the term what it is: マイクロサービス|化, インターフェース|間. */
export const keepingSuffixes: ReadonlySet<string> = new Set(
  [
    '化 内 外 間 系 用 時 中 後 前 上 下 毎 別 等 側 済 済み 型 式 的 数 率 量 度 名 先 元 群 類 版 案 例 差 面 順 分',
    '向け 付き 込み ごと たち ら さん 以外 以内 以上 以下 自体 同士',
  ].flatMap((words) => words.split(' ')),
)

/** Prefixes that turn the term into its opposite: 非|決定性. */
export const negatingPrefixes: ReadonlySet<string> = new Set('非不無未反脱')

/** Suffixes of people, places and sciences behind katakana, which make another word. */
export const changingKatakanaSuffixes: ReadonlySet<string> = new Set('者人家局学士師症')
