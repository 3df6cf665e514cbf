import { listed, type Words } from "./words";

export const en: Words = {
  heads: listed(`
    Arvan · Parsa · Mehr · Tala · Nil · Zar · North · Tiraz · Ham · Rosh · Kimi · Sor · Karv · Bel ·
    Cald · Dor · Elm · Fair · Glen · Hart · Iver · Jas · Kest · Lark · Marl · Nor · Oak · Pell ·
    Quill · Rav · Silv · Thorn · Ul · Vel · West · Yar · Zeph · Alder · Bram · Cor · Dun · East ·
    Fen · Gal · Hol · Ing · Kor · Lind`),
  tails: listed(`
    deh · bin · gan · veh · vand · van · lake · han · gara · ana · var · vena · ford · mere · wick ·
    stead · brook · well · haven · ridge · field · moor · dale · stone · bridge · ley · port ·
    shore · wood · crest`),
  sectors: listed(`
    Logistics · Retail · Health · Foods · Insurance · Airlines · Mobility · Media · Fintech ·
    Energy · Chemicals · Pharma · Academy · Estates · Builders · Travel · Telecom · Works · Farms ·
    Motors · Textiles · Mining · Software · Services`),
  qualifiers: ["", "Group", "International", "Holding", "East", "Partners", "North", "Union"],
  companyName: (head, tail, sector, qualifier) =>
    `${head}${tail} ${sector}${qualifier ? ` ${qualifier}` : ""}`,
  longNames: [
    "The United Cooperative of Warehouse Keepers, Carriers and Customs Brokers of the Northern Lakes and Harbours",
    "Ellinghamstead and Daughters Instruments for Agricultural Research, Irrigation and Soil Chemistry, Incorporated",
    "Interregional Company for the Procurement, Storage and Distribution of Medical Supplies and Hospital Equipment",
  ],
  shortNames: ["Q", "V", "Z", "K", "X"],
  firstNames: listed(`
    Omid · Mina · Nader · Leila · Adam · Clara · Daniel · Emma · Farid · Grace · Hugo · Irene ·
    Jonas · Katrin · Liam · Maya · Noah · Olga · Peter · Rosa · Samir · Tara · Ugo · Vera · Walid ·
    Yara`),
  lastNames: listed(`
    Farahi · Rastegar · Ghaffari · Brandt · Castell · Dorrance · Ellery · Fenwick · Garrick · Holm ·
    Iverson · Jarvis · Keller · Lindqvist · Marlow · Norwood · Okafor · Pavel · Quint · Rowan ·
    Sefton · Tamura · Ulmer · Varga · Weller · Yeo`),
  jobTitles: {
    sponsor: [
      "Chief operating officer",
      "Vice president of operations",
      "Managing director",
      "Chief information officer",
    ],
    champion: ["Operations lead", "Head of planning", "Digital programme manager", "Process owner"],
    user: ["Planner", "Dispatcher", "Analyst", "Shift supervisor"],
    billing: ["Accounts payable", "Finance manager", "Procurement officer"],
  },
  tickets: [
    "How do I export the plan of last month?",
    "Export column order is wrong",
    "New colleague cannot sign in",
    "Invoice shows the old address",
    "Report is empty for one branch",
    "Please add two seats",
    "Question about user rights",
    "Filter forgets the chosen region",
    "Import refuses dates with dots",
    "Mail notification arrives twice",
    "Map shows the wrong depot",
    "Can a plan be copied to next week?",
    "Wrong invoice line",
    "Slow list with many orders",
    "Mobile app asks for the password every day",
    "How are working days counted?",
  ],
  urgentTickets: [
    "Route sync fails after update",
    "Driver app logs out",
    "Nobody can sign in since this morning",
    "Orders of today are missing",
    "Planning board does not load",
    "Data of two branches is mixed",
    "Interface returns errors",
    "Invoices were sent twice",
  ],
  comments: {
    good: [
      "Planning takes us half the time it did.",
      "Support answers fast and knows our case.",
      "The new reports are exactly what we needed.",
      "Reliable, the team likes it.",
      "Good value, easy to teach to new people.",
    ],
    mixed: [
      "Works, but the reports need too many clicks.",
      "Fine overall, the mobile app is slow.",
      "Useful, yet we use only a part of it.",
      "Good product; answers could come sooner.",
    ],
    bad: [
      "Support keeps asking the same questions.",
      "Too many faults since the last update.",
      "We pay for seats nobody uses.",
      "Promised features are still missing.",
      "The price went up, the service did not.",
      "Slow every morning, my team works around it.",
    ],
  },
  touches: [
    "Monthly check-in",
    "Follow-up on open tickets",
    "Plans for the next quarter",
    "Questions about the new report",
    "Introduction of a new colleague",
    "Asked for a credit",
    "Training for planners",
    "Use of seats",
    "Feedback on the pilot",
    "Renewal terms",
  ],
  reviews: ["Business review", "Quarterly review with the sponsor", "Review of goals and value"],
};
