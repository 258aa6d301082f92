/**
 * Pieces that make one new word with the word beside them, so that neither half is the term any more:
 * サーバー|レス, ロール|バック, サブ|ネット, プラグ|イン.
 */
export const boundKatakana: ReadonlySet<string> = new Set([
  ...['レス', 'フル', 'ライク', 'フリー', 'イズム', 'ネス', 'メント', 'シップ', 'ワイズ', 'ブル', 'アブル'],
  ...['ング', 'リング', 'ニング', 'ティング', 'シング', 'ミング', 'ディング'],
  ...['イン', 'アウト', 'アップ', 'ダウン', 'オン', 'オフ', 'オーバー', 'バック', 'スルー', 'アウェイ'],
  ...['サブ', 'プレ', 'アン', 'ノン', 'メタ', 'インター', 'アンチ', 'ディス', 'ポスト', 'ノー', 'ロー'],
])

/** Suffixes that leave the term what it is: マイクロサービス|化, インターフェース|間. */
export const keepingSuffixes: ReadonlySet<string> = new Set(
  '化 内 外 間 系 用 時 中 後 前 上 下 毎 別 等 側 済 済み 型 式 的 数 率 量 度 名 先 元 群 類 向け 付き 込み ごと たち ら さん 以外 以上 以下 版 案 例 差 面 順 分 自体 同士'.split(
    ' ',
  ),
)

/** Prefixes that turn the term into its opposite: 非|決定性. */
export const negatingPrefixes: ReadonlySet<string> = new Set(['非', '不', '無', '未', '反', '脱'])

/** Suffixes of people, places and sciences behind katakana, which make another word. */
export const changingKatakanaSuffixes: ReadonlySet<string> = new Set([
  '者',
  '人',
  '家',
  '局',
  '学',
  '士',
  '師',
  '症',
])
