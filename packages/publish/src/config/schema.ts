export interface BookConfig {
  title: string
}
