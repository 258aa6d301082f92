import { foldLabel } from './phrasing-text.ts'

/** What the words of all tables begin with: of any other text it need not be known how it folds. */
const beginnings = new Set<string>()

/** Words in a line or table cell, compared as `labelOf` gives them. */
function words(text: string): Set<string> {
  const all = text
    .trim()
    .split(/\s*[|\n]\s*/)
    .map(foldLabel)
  for (const word of all) {
    const [first = '', second = ''] = beginningOf(word) ?? []
    beginnings.add(first).add(first + second)
  }
  return new Set(all)
}

/**
 * The first letter or digit and the letter right behind it, with their marks; undefined where a sign stands before
 * them, which may fold to a letter.
 */
function beginningOf(text: string): [first: string, second: string] | undefined {
  const found = /^[^\p{L}\p{N}\p{So}]*([\p{L}\p{N}][\p{M}\uff9e\uff9f]*)(\p{L}[\p{M}\uff9e\uff9f]*)?/u.exec(
    text,
  )
  return found ? [found[1] ?? '', found[2] ?? ''] : undefined
}

/** A text as the tables of words hold it; what is in none of them is the empty string. */
function labelOf(text: string): string {
  const beginning = beginningOf(text)
  if (beginning && !beginnings.has(beginning.join('').normalize('NFKC').toLowerCase())) return ''
  return foldLabel(text)
}

/** What a heading, a label before a list or a bullet with a list below says about what follows. */
export type BlockRole = 'members' | 'terms' | 'qa' | 'actions'

const blockRoles: Record<BlockRole, Set<string>> = {
  members: words(`
    メンバー | メンバ | 参加メンバー | 登壇者 | 登壇者紹介 | 登壇者一覧 | 登壇 | スピーカー | スピーカー紹介 | スピーカ
    発表者 | 発表者紹介 | 講演者 | 講師 | 講師紹介 | 演者 | 出演者 | 出演 | パネリスト | パネラー | パネリスト紹介 | パネラー紹介
    参加者 | 出席者 | 参会者 | ゲスト | ゲスト紹介 | 話し手 | 話す人 | 話した人 | 話者 | 司会 | モデレーター | モデレータ | 共有者
    members | member | speakers | speaker | presenters | presenter | presentors | presentor | panelists | panelist
    panellists | panellist | panel | attendees | participants | guests | guest | people | who | about the speaker
    about the speakers | moderator | moderators | hosts | lecturers | lecturer | instructors | instructor
    intervenants | intervenant | intervenante | orateurs | orateur | oratrice | conférenciers | conférencier
    발표자 | 연사 | 스피커 | 참석자 | 讲者 | 講者 | 演讲者 | 演講者 | 主讲人 | 主講人 | 嘉宾 | 分享者 | 分享人 | 讲师`),
  terms: words(`
    用語 | 用語集 | 用語解説 | 用語説明 | 用語メモ | 用語の説明 | 用語の定義 | 用語整理 | 専門用語 | 単語 | 単語集 | 略語 | 略語集 | 言葉の定義 | 言葉
    terms | term | terminology | glossary | definitions | acronyms | abbreviations | vocabulary | jargon
    glossaire | lexique | 용어 | 용어집 | 术语 | 術語 | 名词解释`),
  qa: words(`
    qa | q&a | qna | q＆a | q and a | qanda | q/a | 質疑応答 | 質疑 | 質問 | 質問タイム | 質問コーナー | 質問と回答 | 質問回答 | 質問・回答
    会場からの質問 | 会場質問 | よくある質問 | qaタイム | q&aタイム | qaコーナー | q&aコーナー | qaセッション | q&aセッション
    questions | question | questions&answers | questions and answers | q&a session | qa session | audience questions | faq
    questions/réponses | questions réponses | 질의응답 | 질문 | 问答 | 問答 | 提问 | 提問`),
  actions: words(`
    宿題 | todo | to do | to-do | todos | todoリスト | やること | やることリスト | action items | action item | actions
    next actions | next action | next steps | next step | アクション | アクションアイテム | ネクストアクション | ネクストステップ
    次回まで | 次回までに | 次回までの宿題 | 次回への宿題 | 持ち帰り | 持ち帰り事項 | follow up | follow-up | follow ups`),
}

const trailingNote = /\s*[(（][^()（）]{0,40}[)）]\s*$/

/** The role of a heading or label, e.g. `members` of `【登壇者】` and of `Attendees:`. */
export function blockRoleOf(text: string): BlockRole | undefined {
  if (text.length > 60) return undefined
  const label = labelOf(text)
  if (label === '') return undefined
  if (label.length > 30 && !trailingNote.test(text)) return undefined
  const bare = trailingNote.test(text) ? labelOf(text.replace(trailingNote, '')) : label
  for (const role of Object.keys(blockRoles) as BlockRole[]) {
    if (blockRoles[role].has(label) || blockRoles[role].has(bare)) return role
  }
  return undefined
}

/** Titles of parts that have no role: they frame an event or a talk, and are none. */
const partTitles = words(`
  notes | note | details | detail | overview | summary | references | links | resources | schedule | timetable | agenda
  table of contents | event details
  概要 | 開催概要 | イベント概要 | イベント情報 | 開催情報 | 詳細 | 目次 | アジェンダ | タイムテーブル | スケジュール
  まとめ | 感想 | 全体の感想 | 所感 | 参考 | 参考リンク | 参考資料 | 参考文献 | リンク | はじめに | おわりに | 終わりに | 最後に`)

/**
 * Whether a title such as `QA`, `メンバー` or `Notes` names a part of a talk, so that a heading of any depth with it
 * is no event and no session.
 */
export function isPartTitle(text: string): boolean {
  if (blockRoleOf(text) !== undefined || isSelfTitle(text) || text.endsWith('の自己紹介')) return true
  return text.length <= 60 && partTitles.has(labelOf(text))
}

const speakerKeys = words(`
  スピーカー | スピーカ | 発表者 | 発表 | 登壇者 | 登壇 | 講演者 | 講演 | 講師 | 演者 | 出演 | 出演者 | 共有者 | 共有 | 話し手 | 話す人 | 話した人 | 話者 | lt
  ゲスト | ゲストスピーカー | メインスピーカー | パネリスト | パネラー | パネル | モデレーター | モデレータ | 司会 | 司会者 | 司会進行 | 登壇者名
  メンバー | 参加者 | 参加メンバー | 出席者 | プレゼンター | 発表者名
  speaker | speakers | speaker(s) | speaker name | presenter | presenters | presentor | presentors | presenter(s) | presented by
  panelist | panelists | panellist | panellists | guest | guests | guest speaker | moderator | moderators | moderated by
  members | attendees | participants | talk by | by | given by | lecturer | lecturers | instructor | instructors | host | hosts | hosted by | who
  基調講演 | キーノート | 招待講演 | 特別講演 | keynote | keynote speaker | tutor | tutors | intervenant | intervenants | intervenante | orateur | oratrice
  orateurs | conférencier | conférencière | conférenciers | présenté par | par
  발표자 | 연사 | 스피커 | 강연자 | 讲者 | 講者 | 演讲者 | 演講者 | 主讲人 | 主講人 | 主讲 | 嘉宾 | 分享者 | 分享人 | 讲师`)

/** Keys that name a speaker only where the value shows it, by a handle or an honorific. */
const weakSpeakerKeys = words(
  '基調講演 | キーノート | 招待講演 | 特別講演 | 担当 | 担当者 | 発表 | 共有 | パネル | lt | by | par | host | hosts | hosted by | keynote | 登壇 | 講演 | 出演 | panel',
)

/** Whether a key such as `スピーカー` names speakers, and how surely. */
export function speakerKeyOf(key: string): 'sure' | 'weak' | undefined {
  if (key.length > 40) return undefined
  const label = labelOf(key)
  if (weakSpeakerKeys.has(label) || weakSpeakerKeys.has(label.replace(/\s*\d+$/, ''))) return 'weak'
  return speakerKeys.has(label) || speakerKeys.has(label.replace(/\s*\d+$/, '')) ? 'sure' : undefined
}

/** Without spaces, as in `whoami`. */
const selfTitles = words(
  'whoami | whoareyou | whoishe | whoisshe | whoisthis | whoiam | aboutme | 自己紹介 | プロフィール | profile | bio | 経歴 | 私について | 自分について',
)

/** Whether a title such as `Who are you?` stands over what one speaker is and does. */
export function isSelfTitle(text: string): boolean {
  return text.length <= 40 && selfTitles.has(labelOf(text).replaceAll(' ', ''))
}

const roleWord =
  /(?:^|[^\p{L}])(?:engineer(?:s|ing)?|eng|dev|developer|devrel|architect|manager|mgr|director|dir|lead|leader|head|staff|principal|princ|prin|senior|sr|junior|chief|cto|ceo|coo|cfo|cio|ciso|cpo|vp|svp|president|founder|co-?founder|co-?creator|creator|pentester|consultant|advocate|evangelist|researcher|scientist|professor|prof|lecturer|designer|analyst|author|maintainer|contributor|committer|owner|intern|student|officer|specialist|expert|sre|admin|administrator|editor|writer|teacher|partner|fellow|chair|organizer|organiser|program|product|team|member|pm|po|pdm|watcher|freelance|freelancer|owner of|maker)(?:[^\p{L}]|$)/iu
const roleWordCjk =
  /エンジニア|アーキテクト|マネージャ|ディレクター|デザイナ|リーダー|リード|代表|取締役|社長|部長|課長|室長|所長|教授|准教授|講師|助教|研究員|顧問|責任者|担当|開発者|プログラマ|コンサルタント|エバンジェリスト|アドボケイト|創業者|執行役員|委員|会長|理事|主任|主幹|専門|名誉|著者|翻訳者|メンテナ|コミッタ|スタッフ|役員|学生|院生|フリーランス|歴|年目|開発|運営|主催|好き|です|ます|した|して|やって|している/

/** Whether a text says what someone does, e.g. `Staff Engineer` or `技術顧問`. */
export function hasRoleWord(text: string): boolean {
  return roleWordCjk.test(text) || roleWord.test(text)
}

const organizationEnd =
  /(?:株式会社|有限会社|合同会社|合資会社|社団法人|財団法人|[(（]株[)）]|㈱|.大学|.大学院|.{2}研究所|.研究室|.研究会|.協会|.財団|.{2}機構|.支部|.チーム|.部会|.委員会|.{2}グループ|.事業部|.開発部|.{2}本部|ユーザー会|ユーザ会|.コミュニティ|.実行委員会|.勉強会|.学会|.組合|.銀行|.新聞社|.出版社|(?:総務|法務|外務|財務|文部科学|厚生労働|農林水産|経済産業|国土交通|環境|防衛)省|.{2}庁|.クラブ|.サークル|.団体|有志一同)$/
const organizationStart =
  /^(?:株式会社|有限会社|合同会社|一般社団法人|一般財団法人|公益財団法人|公益社団法人|NPO法人|国立大学法人|[(（]株[)）]|㈱)/
const organizationWord =
  /(?:^|[\s-])(?:inc|ltd|llc|gmbh|corp|corporation|co|company|labs?|foundation|university|univ|institute|association|society|committee|community|team|group|club|guild|alliance|consortium|federation|meetup|user\s+group|users\s+group|ug|jug|systems|technologies|software|studios?|networks?|solutions|consulting|enterprise|enterprises|industries|partners|ventures|bank)\.?$/i
/** `Security-JAWS`, `OpsJAWS`: a community's capitals behind a hyphen or small letters; `Kanazawa.rb`. */
const organizationShape =
  /^(?:[\p{L}\d]{2,}-\p{Lu}{3,}|\p{Lu}[\p{Ll}\d]+\p{Lu}{3,}|\p{Lu}{2,}-\p{Lu}{2,}.*|[\p{L}\d-]{3,}\.(?:rb|py|js|ts|go|pm|php|ex|rs|swift|kt|scala|dev|io|conf|fm))$/u
const knownCompanies =
  /^(?:メルカリ|mercari|クックパッド|cookpad|はてな|hatena|サイボウズ|cybozu|ディー・エヌ・エー|dena|gree|グリー|mixi|ミクシィ|サイバーエージェント|cyberagent|リクルート|富士通|fujitsu|日立|hitachi|東芝|ソフトバンク|kddi|ntt(?:データ|ドコモ)?|楽天|rakuten|ヤフー|トヨタ|freee|smarthr|マネーフォワード|moneyforward|ペパボ|pepabo|zozo|pixiv|ピクシブ|カヤック|kayac|クラスメソッド|classmethod|エムスリー|ドワンゴ|dwango|トレジャーデータ|treasure data|alibaba|tencent|huawei|samsung|uber|lyft|airbnb|spotify|netflix|ibm|vmware|red ?hat|cncf)$/i
/** Names that are those of a product or a service as often as of the company behind it. */
const companiesAndProducts =
  /^(?:google|microsoft|msft|ms|amazon|aws|azure|apple|meta|facebook|oracle|intel|nvidia|github|gitlab|twitter|docker|heroku|cloudflare|fastly|mozilla|salesforce|sap|canonical|suse|cisco|dell|hp|hpe|visa|yahoo!?|line|baidu|sony|nec|recruit|pfn)$/i

/**
 * Whether a name is that of a company or a group; `shape` where only its letters look like one.
 */
export function organizationEvidence(name: string): 'word' | 'shape' | undefined {
  if (name.length > 80) return undefined
  const text = name.trim()
  if (organizationStart.test(text) || organizationEnd.test(text) || organizationWord.test(text)) return 'word'
  if (knownCompanies.test(text) || companiesAndProducts.test(text)) return 'word'
  return organizationShape.test(text) ? 'shape' : undefined
}

const legalSuffix = /[\s,](?:inc|ltd|llc|gmbh|corp|co)\.?$/i

/**
 * Whether a label in front of a statement is that of a company: `sure` by its form or where it names nothing else,
 * `product` where it may be the thing that is spoken of, as in `Docker: containers`.
 */
export function companyLabel(label: string): 'sure' | 'product' | undefined {
  const text = label.trim()
  if (text.length > 40) return undefined
  const isSure = [organizationStart, organizationEnd, legalSuffix, knownCompanies].some((form) =>
    form.test(text),
  )
  if (isSure) return 'sure'
  return companiesAndProducts.test(text) ? 'product' : undefined
}

const lightning = /(?:^|[^A-Za-z])LT(?:[^A-Za-z]|$)|ライトニング ?トーク|lightning talks?/iu

/** Whether a title stands over short talks, of which each bullet is one. */
export function isLightningTitle(title: string): boolean {
  return title.length <= 100 && lightning.test(title)
}

const factKeys = {
  dates: words(`
    日時 | 日程 | 開催日 | 開催日時 | 開催日程 | 開催期間 | 会期 | 期間 | 日付 | 時間 | 開催時間 | 開始 | 登壇日 | 発表日 | date | dates | when | date&time | date and time | date/time | datetime
    time | day | datum | quand | 일시 | 날짜 | 日期 | 时间 | 時間帯`),
  venue: words(`
    会場 | 場所 | 開催場所 | 開催地 | 開催会場 | ところ | venue | place | location | where | lieu | où | ort | 장소 | 地点 | 地點 | 会议地点`),
}

/** Whether the key of a line or row says when or where. */
export function factKeyOf(key: string): keyof typeof factKeys | undefined {
  if (key.length > 30) return undefined
  const label = labelOf(key)
  if (factKeys.dates.has(label)) return 'dates'
  return factKeys.venue.has(label) ? 'venue' : undefined
}
