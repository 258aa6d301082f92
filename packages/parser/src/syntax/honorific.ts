const suffix = /^(.+?)[ \u3000]*(さん|様|さま|氏|先生|くん|君|ちゃん|教授|准教授|博士|殿|女史|님|씨|先生)$/u
const prefix = /^(mr|mrs|ms|dr|prof)\.?\s+(?=\p{L})/iu
/** Words that end like a name with an honorific and are none. */
const notNames =
  /^(?:皆|みな|みんな|お客|客|たく|沢|王|神|仏|奥|お隣|お母|お父|お兄|お姉|娘|息子|業者|店員|学生|参加者|登壇者|同|両|彼|諸|担当者|筆者|お疲れ|ご苦労|奥様|同様|仕|模|多|各位)$/u

/**
 * Parts a name and its honorific: `柳橋さん` is `柳橋` and `さん`, `Dr. Yamada` is `Yamada` and `Dr.`.
 */
export function splitHonorific(text: string): { name: string; honorific?: string } {
  const trimmed = text.trim()
  if (trimmed.length > 60) return { name: trimmed }
  const found = suffix.exec(trimmed)
  if (found?.[1] && found[2] && !notNames.test(found[1])) return { name: found[1], honorific: found[2] }
  const title = prefix.exec(trimmed)
  if (title) return { name: trimmed.slice(title[0].length), honorific: title[0].trim() }
  return { name: trimmed }
}
