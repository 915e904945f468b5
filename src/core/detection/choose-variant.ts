/** What of a model's card says how it can be run. */
export interface VariantCard {
  readonly file: string;
  readonly layout: 'rgba-u8-nhwc' | 'rgb-f32-nchw';
  readonly needs?: 'shader-f16';
}

/** Names of what a graphics card can do. */
export interface GpuFeatures {
  has(name: string): boolean;
}

/**
 * The cards, all of one file, that are best run: on a graphics card in half precision where it can, else in single
 * precision, else from memory. `gpu` null: from memory. The first file wins among equals; none suits: no card.
 */
export function chooseVariant<T extends VariantCard>(
  cards: readonly T[],
  gpu: GpuFeatures | null,
): readonly T[] {
  const inMemory = (card: T) => card.layout === 'rgba-u8-nhwc';
  const choices: readonly ((card: T) => boolean)[] = [
    (card) => !inMemory(card) && card.needs !== undefined && gpu?.has(card.needs) === true,
    (card) => !inMemory(card) && card.needs === undefined && gpu !== null,
    inMemory,
  ];
  const [first] = choices.flatMap((suits) => cards.filter(suits));
  return cards.filter(({ file }) => file === first?.file);
}
