/**
 * Words that name one thing although both halves are words: no shorter term is linked inside them. Words whose
 * half is only bound (サーバー|レス, ロール|バック) need no entry: see affixes.ts.
 */
export const compounds: readonly string[] = [
  // Names of companies and products, which say nothing of what the halves mean.
  ...[
    'クラスメソッド',
    'サイバーエージェント',
    'ソフトバンク',
    'ラックスペース',
    'データドッグ',
    'ページャーデューティ',
  ],
  ...[
    'タイプスクリプト',
    'ジャバスクリプト',
    'コーヒースクリプト',
    'ワードプレス',
    'アンドロイド',
    'ウィキペディア',
  ],
  // Technical words that are no kind of their last half and no use of their first.
  ...['フロントエンド', 'エンドポイント', 'ブロックチェーン', 'オープンソース', 'クラウドファンディング'],
  ...['ボトルネック', 'ペイロード', 'ワークフロー', 'ワークロード', 'ペアプログラミング', 'ハンドシェイク'],
  ...['フレームワーク', 'ネームスペース', 'ミドルウェア', 'ファームウェア', 'ランサムウェア', 'マルウェア'],
  ...[
    'ダッシュボード',
    'クリップボード',
    'ホワイトボード',
    'マイルストーン',
    'ベンチマーク',
    'チュートリアル',
  ],
  ...['ハンズオン', 'スタンドアロン', 'ラップトップ', 'デスクトップ', 'スマートフォン', 'インスタグラム'],
]
