/** Where a reading comes from. */

/** What every meter has, whatever it measures. */
interface MeterOfAnyKind {
  /** Unique within a dataset. */
  readonly meterId: string;
  /** The site (campus, hostel) it stands on; weather and time zone are per site. */
  readonly siteId: string;
  /** IANA name of the site's time zone; timestamps themselves are UTC. */
  readonly timeZone: string;
  /** Length of its interval, minutes. */
  readonly intervalMinutes: number;
}

/** The meter of a whole building. */
export interface Building extends MeterOfAnyKind {
  /** Tells a building from a room. */
  readonly kind: "building";
  /** Gross floor area, m², where known. */
  readonly areaM2?: number;
}

/** The meter of one hostel room. */
export interface Room extends MeterOfAnyKind {
  /** Tells a room from a building. */
  readonly kind: "room";
  /** Number of beds. */
  readonly beds: number;
}

/** A meter with the place it belongs to. */
export type Meter = Building | Room;
