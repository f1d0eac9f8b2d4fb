declare module 'virtual:emoji/*' {
  const emoji: [emoji: string, label: string, group: number, words: string][];
  export default emoji;
}
