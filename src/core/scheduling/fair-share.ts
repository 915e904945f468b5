/**
 * Says whose turn it is where one resource is shared by weight. Start-time fair queuing: Goyal, Vin, Cheng,
 * "Start-time Fair Queueing: A Scheduling Algorithm for Integrated Services Packet Switching Networks" (SIGCOMM 1996),
 * section 2, with every turn of length one.
 *
 * Turns are shared, not time: a member whose turns take long gets no fewer of them. Shop managers expect cameras to
 * be counted at equal rates, and a count suffers from a low rate whatever a frame costs.
 *
 * One thing differs from the paper. A camera's next frame is often not there yet when its next turn would be, so a
 * member that comes late keeps its claim to one turn. Without that a camera of double weight gets little more than
 * the others. However long it was idle, it never has more than that one turn in hand.
 *
 * While two members wait without a break, their turns divided by their shares differ by no more than one turn of
 * each. Nobody who waits is passed over for ever: of another member at most ⌊its share ÷ one's own⌋ + 2 turns come
 * first.
 */
export interface FairShare {
  /** A new member, which does not wait yet. `share` is its part relative to the others', above 0. */
  join(member: number, share: number): void;
  /** Takes a member out, waiting or not. */
  leave(member: number): void;
  /** The member wants a turn. It waits once, however often it says so; strangers are not heard. */
  want(member: number): void;
  /** Gives a turn to one of those who wait and returns it; null when nobody waits. */
  next(): number | null;
}

interface Member {
  readonly share: number;
  /** Where in virtual time the turn after the ones it has had may begin (finish tag). */
  finish: number;
  /** Set while it waits. */
  waiting: { readonly start: number; readonly order: number } | null;
}

/** Without members; virtual time is in turns per unit of share and starts at 0. */
export function createFairShare(): FairShare {
  const members = new Map<number, Member>();
  let virtual = 0;
  let order = 0;

  return {
    join(member, share) {
      members.set(member, { share, finish: virtual, waiting: null });
    },

    leave(member) {
      members.delete(member);
    },

    want(name) {
      const member = members.get(name);
      if (!member || member.waiting) return;
      const earliest = virtual - 1 / member.share;
      member.waiting = { start: Math.max(earliest, member.finish), order: order++ };
    },

    next() {
      const first = firstOf(members);
      if (!first) {
        // Everybody has what was wanted: the next busy time begins without debts.
        for (const { finish } of members.values()) virtual = Math.max(virtual, finish);
        return null;
      }
      virtual = Math.max(virtual, first.start);
      first.member.finish = first.start + 1 / first.member.share;
      first.member.waiting = null;
      return first.name;
    },
  };
}

/** The earliest start; of equal ones the one that has waited longest. */
function firstOf(members: ReadonlyMap<number, Member>) {
  let first: { readonly name: number; readonly member: Member; readonly start: number } | null = null;
  let firstOrder = Infinity;
  for (const [name, member] of members) {
    if (!member.waiting) continue;
    const { start, order } = member.waiting;
    if (first && (start > first.start || (start === first.start && order > firstOrder))) continue;
    first = { name, member, start };
    firstOrder = order;
  }
  return first;
}
