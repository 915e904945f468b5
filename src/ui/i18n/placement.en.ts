export const placementEn = {
  zoneGood: (people: number) => `Nothing speaks against this place: ${people} people seen in it lately.`,
  zoneFew: (seen: number, needed: number) =>
    `Too few people yet: ${seen} of ${needed} seen in it since counting began. Ask again later.`,
  zoneWarnings: {
    'people-stop-here': (share: string) =>
      `${share} of the people stand on the edge of this area: whether they count is chance. Draw the edge where nobody stands.`,
    'paths-end-here': (share: string) =>
      `${share} of the people appear or get lost inside this area: their stays are cut short. Keep it away from edges and pillars that hide people.`,
    'often-hidden': (share: string) =>
      `People are hidden here ${share} of the time. Mount the camera higher, or draw the area where they are seen.`,
    'people-too-small': (pixels: string) =>
      `People are only ${pixels} pixels high for the detector here. Bring the camera closer, or set a detection range.`,
  },
  takeOver: 'Move it there',
  takeOverLine: (line: string) => `Move it there: “${line}”`,
  takeOverHint:
    'It is drawn and can be changed before you save. Saving begins a new series, and the line has to be checked anew.',
  toCameras: 'Move it under Cameras and areas',
};

export type PlacementMessages = typeof placementEn;
