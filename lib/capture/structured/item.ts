// A thing that a page describes in words of schema.org, whether as JSON-LD or as microdata.

export type Text = { text: string; node?: Node };
export type Item = {
  /** Last words of its types: `Person`, `LocalBusiness`. */
  types: string[];
  id?: string;
  values: Map<string, Value[]>;
  element?: Element;
};
export type Value = Item | Text;

export const isItem = (value: Value): value is Item => 'types' in value;

/** `http://schema.org/Person`, `schema:Person` → `Person`. */
export const lastWord = (name: string): string => name.slice(0, 200).split(/[/#:]/).at(-1) ?? '';

/** All that stands under the first of the names that the item has, in order. */
export function valuesOf(item: Item, ...names: string[]): Value[] {
  for (const name of names) {
    const values = item.values.get(name);
    if (values && values.length > 0) return values;
  }
  return [];
}

/** The texts under these names. Of an item that stands there, its name: a `DefinedTerm`, an `Organization`. */
export function textsOf(item: Item, ...names: string[]): Text[] {
  return valuesOf(item, ...names)
    .flatMap(value =>
      isItem(value) ? valuesOf(value, 'name', 'legalName').filter(name => !isItem(name)) : [value],
    )
    .flatMap(value => (isItem(value) ? [] : [value]));
}

export const hasType = (item: Item, pattern: RegExp): boolean => item.types.some(type => pattern.test(type));

export const isPerson = (item: Item): boolean => hasType(item, /^(?:Person|IndividualPhysician)$/);

const organizations =
  /^(?:Corporation|NGO|Airline|Consortium|Cooperative|Brewery|Winery|Distillery|Bakery|Hotel|Motel|Hostel|Resort|Campground|BedAndBreakfast|Restaurant|CafeOrCoffeeShop|BarOrPub|Library|Museum|ArtGallery|Dentist|Pharmacy|Physician|Hospital|MedicalClinic|Optician|Attorney|Notary|Preschool|CollegeOrUniversity|EducationalOrganization|AutoRepair|AutoDealer|Electrician|Plumber|RoofingContractor|GeneralContractor|HousePainter|Locksmith|ExerciseGym|HealthClub|DaySpa|BeautySalon|HairSalon|NailSalon|Casino|NightClub|GolfCourse|Church|Newspaper|ResearchProject|FundingScheme|DanceGroup|TheaterGroup|SportsTeam)$|(?:Organization|Business|Store|School|University|Agency|Shop|Service|Station|Office|Club|Clinic|Company|Center|Centre)$/;

export const isOrganization = (item: Item): boolean =>
  !isPerson(item) && hasType(item, organizations) && !hasType(item, /^(?:Service|OnlineService)$/);
