import { isPartTitle } from '../syntax/words.ts'

/** Words and patterns that the signs share. */

export const bareUrl = /^<?https?:\/\/\S+>?$/
export const labelledUrl = /^[^\s:：]{1,20}\s*[:：]\s*<?https?:\/\/\S+>?$/

/** Names of gatherings, where they end a title or stand before an edition, a year or a place. */
const gatherings = [
  'カンファレンス|コンファレンス|カンファ|サミット|ミートアップ|パーティー?|フェスタ?|フェスティバル|シンポジウム|セミナー',
  'フォーラム|ワークショップ|ハンズオン|ハッカソン|アイデアソン|キャンプ|デイズ?|ナイト|イベント|ランチョン|もくもく会?',
  '合宿|祭り?|勉強会|読書会|輪読会|研究会|発表会|報告会|講演会|交流会|懇親会|座談会|説明会|上映会|大会|総会|会議|集会|例会|部会|LT会|オフ会',
  'conference|conf|summit|meet-?ups?|days?|night|party|fest|festival|forum|symposium|workshop|seminar|hackathon',
  'camp|kaigi|lounge|expo|congress|unconference|gathering|convention|colloquium|tech talks|conferencia|rencontres|컨퍼런스|세미나|밋업|峰会|沙龙',
].join('|')
const edition = String.raw`(?:19|20)\d{2}(?!\d)|['’]\d{2}(?!\d)|[#＃]\s?\d+|vol\.?\s?\d+|ver\.?\s?\d+|第\s?[\d一二三四五六七八九十百]+\s?[回夜弾期]|\d+\s?周年|\d+(?:st|nd|rd|th)\b|(?:spring|summer|autumn|fall|winter)\b|[春夏秋冬]$`

export const gathering = new RegExp(
  String.raw`(?:(?:${gatherings})|(?<![社機都教員議国司協学再出照面商])会(?=$|\s*(?:${edition})))\s*(?:$|[(（【\[~〜:：｜|]|(?:${edition})|(?:in|at|@)\s?\S+$|\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)?\s*(?:$|${edition}))`,
  'iu',
)
/** A name built with Conf, Con, Kaigi …, e.g. of a language's yearly conference. */
export const gatheringName =
  /(?:\p{Ll}(?:Conf|Con|Kaigi|Days|Fest|Camp|DC)|\p{Lu}{2,}(?:DC|PC|Con|Conf))(?![\p{Ll}])/u
export const year = /(?:^|[^\d.,])(?:19|20)\d{2}(?!\d|[年.,]\d)(?=\D{0,16}$)|['’]\d{2}(?!\d)/
export const editionNumber = new RegExp(
  String.raw`[#＃]\s?\d+\s*$|\bvol\.?\s?\d+|第\s?[\d一二三四五六七八九十百]+\s?[回夜弾]|\d+\s?周年|\p{Script=Han}\d{1,3}$|\b\d+(?:st|nd|rd|th)\b(?!\s+(?:century|party))`,
  'iu',
)
export const memoOf =
  /.(?:の|に関する|視聴|参加|聴講|受講|講演|イベント)(?:メモ|ノート|レポート|レポ|記録|まとめ|感想)$|.(?:参加記|参戦記|受講記|視聴記|レポート|議事録)$|\S\s+(?:notes|memo|report|recap|minutes)$/i

export const closing =
  /^(?:最後に|さいごに|終わりに|おわりに|おしまい|むすび|結び|結論|まとめ|総括|総評|感想|所感|雑感|後記|後書き|あとがき|締め|クロージング|今後の予定|参考|参考文献|参考資料|参考リンク|関連リンク|リンク集?|その他|おまけ|余談|補足|付録|conclusions?|summary|wrap[- ]?up|take-?aways?|closing(?: remarks)?|final thoughts|thoughts|impressions?|references?|links?|others?|appendix|next steps|see also|resources)\s*[:：]?$/i
export const parts =
  /^(?:用語集?|用語解説|用語説明|glossary|terms|terminology|q\s?[&＆]\s?a|qa|質疑応答?|質問|質問コーナー|questions?|faq|agenda|アジェンダ|目次|概要|要約|abstract|overview|intro(?:duction)?|はじめに|前書き|まえがき|背景|background|details?|notes?|メモ|ノート|内容|本編|宿題|アクション(?:アイテム)?|action items?|to-?do|資料|スライド|slides?|デモ|demo|自己紹介|ディスカッション|discussion|パネルディスカッション)\s*[:：]?$/i
export const members =
  /^(?:メンバー?|メンツ|登壇者?|登壇者紹介|出演者?|出席者?|参加者|発表者|講演者|話者|話す人|語り手|スピーカー|パネリスト|パネラー|モデレーター?|司会|ゲスト|聞き手|members?|speakers?|panell?ists?|presenters?|attendees?|participants?|guests?|hosts?|people|who(?: (?:are you|am i|is .+))?|about (?:me|us|the speakers?))\s*[?？:：]?$/i
export const speakerKey =
  /^(?:スピーカー|発表者|登壇者?|講演者|共有者|話者|担当|紹介者|講師|ゲスト|パネリスト|モデレーター?|司会|発表タイトル|speakers?|presenters?|presented by|panell?ists?|moderators?|guests?|host|talk by)\s*[:：]\s*\S|^by\s+\S/i

/** `… by X` at the end of a title. */
export const presenter = /\S\s+by[:\s]\s*\S.{0,60}$|\s[-–—/／]\s@\w+(?:\s|$)|\s@\w{2,}\\?_?$/i
export const dateRow =
  /^(?:日時|日付|日程|開催日|開催|会場|場所|期間|date|when|where|place|venue|location)\s*[:：|｜]|^\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}/i

/** Labels of what belongs to a talk beside its speaker and its date, where something stands behind them. */
const factLabel =
  /^(?:資料|スライド|発表資料|動画|録画|配信|ハッシュタグ|公式サイト|リンク|ブログ|参照|参考|出典|引用|引用元|主催|共催|協賛|定員|参加費|タグ|slides?|slide deck|deck|video|recording|youtube|repo(?:sitory)?|github|source code|twitter|website|web ?site|blog|hashtags?|tags?|author|duration|room|track|level|language|url|links?|ref|source|via|credit)\s*[:：]\s*\S/i

/** A line that tells something of the title above it: a URL, a date, a speaker, slides. */
export function isFact(text: string): boolean {
  return [bareUrl, labelledUrl, speakerKey, dateRow, factLabel].some((form) => form.test(text))
}

/** A title that opens or closes a talk, or a part that many talks have. */
export function isPart(text: string): boolean {
  return closing.test(text) || parts.test(text) || members.test(text) || isPartTitle(text)
}

/** Endings of polite sentences, which titles hardly have. */
export const polite =
  /(?:です|ます|でした|ました|ません|ください|下さい|でしょう|ましょう|ますように)(?:[がけどので]{0,3})(?:[よねなわか]{0,2})[!！?？wｗ笑〜~ー…。.)）」\s\p{Extended_Pictographic}\ufe0f]*$/u
export const plainEnding =
  /(?:である|だった|だろう|[てで]いる|[てで]いた|[てで]おく|[てで]みた|[てで]ある|とのこと|という話|ようだ|らしい|はず|そうだ|と思う|と思った|かもしれない|のだ)[!！?？wｗ…)）」\s]*$/

/** Korean sentences end in a verb, titles in a noun. */
export const korean =
  /\p{Script=Hangul}(?:습니다|[가-힣]니다|[어아해예]요|[었았했였]다|[한된]다|이다|있다|없다)[.!?\s]*$/u
/** English sentences of six words or more that begin with their subject. */
export const englishClause =
  /^(?:I|We|You|They|It|He|She|This|That|There|These|Those|Here)(?:['’]\w+)?(?:\s+\S+){5,}$/
