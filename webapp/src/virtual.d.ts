/** https://w3c.github.io/trusted-types: browsers that have it take no plain text as a script. */
interface Window {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(input: string): string },
    ): { createScriptURL(input: string): string };
  };
}

declare module 'virtual:emoji/*' {
  const emoji: [emoji: string, label: string, group: number, words: string][];
  export default emoji;
}
