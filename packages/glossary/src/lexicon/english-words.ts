/**
 * English words that are names of languages, products and institutions too. Such a name is not linked where it
 * stands in small letters (`make it work`, `let's go`).
 */
export const englishWords: ReadonlySet<string> = new Set(
  `able act active air ant apache app apple as at atom aurora base bash be beam blazor boot bower box brave brew
  bundle by can carbon cargo celery chef clean click cloud code common component composer consul core crystal
  cube cursor dart dash dask data deno do docker drill echo edge elastic elm ember emotion envoy epic excel
  express fabric falcon fast feather figma fire flash flask flow flutter flux focus forge fresh get git glue go
  grail grape gulp hack handlebars harbor hat have he helm here hive home hook i if impala in ink insomnia
  intercom is it java jest jam joy julia just key kind lab lambda lean less let light linear loop lucid make map
  may me mercury meteor mint mix mocha more nest net new next no node notion now numb object octave of on one
  opera oracle or orange our out pages pandas parcel parse perl phoenix pig pipe play plus polar polymer pot
  processing puppet pure pulse query quick r rack rails rake ray react realm redmine relay remix rest ruby rust
  safari sage salt sass scala scheme scratch script sentry shell sketch slack slate slim smart snap snowflake so
  soap solid solo spark sphinx spring square stack stencil storm stripe styled sun super swagger swift swing
  tableau tail tailwind tech teams terminal test that the think to tool torch trace travis trello turbo twig
  unity up us vagrant vault vector velocity virtual visual vision vital void wave we web what who why will wind
  word work workplace yarn zen zip zoom`.split(/\s+/),
)
