/**
 * Words that name one thing although both halves are words: no shorter term is linked inside them. Words one half
 * of which is only bound (サーバー|レス, ロール|バック) need no entry: see affixes.ts.
 *
 * Each entry is a headword of general or computing dictionaries and encyclopedias, or the registered name of a
 * company or product, and stands here for the reason above it.
 */
export const compounds: readonly string[] = [
  // Companies and products: the name says nothing of what the halves mean.
  'クラスメソッド サイバーエージェント ラックスペース データドッグ ページャーデューティ ワードプレス',
  'タイプスクリプト ジャバスクリプト コーヒースクリプト インスタグラム',
  // No kind of the last half: a フロントエンド is no end, a ブロックチェーン no chain that one could hold.
  'フロントエンド エンドポイント ブロックチェーン オープンソース クラウドファンディング ハンドシェイク',
  'ワークフロー ワークロード ペイロード フレームワーク クリップボード ホワイトボード マイルストーン',
  'ラップトップ デスクトップ スマートフォン ベースライン パイプライン タイムライン デッドライン プロアクティブ',
  // The last half is cut off another word: ウェア out of ソフトウェア.
  'ミドルウェア マルウェア',
].flatMap((words) => words.split(' '))
