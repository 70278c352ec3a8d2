#include "server/openapi.h"

namespace remise {
namespace {

// clang-format off
constexpr Operation table[] = {
// Commands and the ledger
{"POST", "/api/v1/commands",           "Ask for things to happen, at most 500; each stands alone, and counts once however often it is sent", "",
 "application/json Command[]", "application/json CommandReply[]"},
{"GET",  "/api/v1/units",              "Units, page by page; `state=1` adds what the ledger's events have established of each", "state=1..1 stage=word next=word product=word location=location serial=text after=unit limit=1..500", "", "application/json Units"},
{"GET",  "/api/v1/units/{code}",       "A unit with its drives, its facts and its whole history, hashes included; `events=0` leaves the history out. An association sees its own units, as it may", "events=0..0", "", "application/json UnitReply"},
{"GET",  "/api/v1/units/{code}/proof", "What proves a unit's history to whoever has the public keys, up to the newest seal that covers it; `not_found` until there is one", "", "", "application/json Proof"},
{"GET",  "/api/v1/feed",               "Events of the whole house in one order", "after=0..9007199254740991 limit=1..500", "", "application/json Feed"},
{"GET",  "/api/v1/feed/stream",        "The same as they happen; with `after`, or Last-Event-ID as browsers send it, what was missed comes first", "after=0..9007199254740991", "", "text/event-stream"},
{"GET",  "/api/v1/reviews",            "Commands that were refused when nobody stood there any more, and those made on top of one that was refused; with `settled=1` those that somebody has settled; `next_page` is the `after` of what follows", "settled=0..1 limit=1..500 after=0..9007199254740991", "", "application/json Reviews"},
{"POST", "/api/v1/reviews/{command}/settle", "Settles one of them, with a reason that is kept", "", "application/json Settling", "application/json Review"},
{"GET",  "/api/v1/alerts",             "What managers are to know of: one line for what, about whom and day; of the last 90 days", "", "", "application/json Alerts"},
// What tools report
{"POST", "/api/v1/inventories",        "An inventory of a machine: recorded for `unit`, which then needs `command` and `worker`, or kept until somebody says whose it is. Agents without a token talk to it in XML", "unit=unit command=uuid worker=text station=text",
 "*/*", "application/json InventoryReply", 200, 202},
{"GET",  "/api/v1/inventories",        "Inventories that wait to be assigned, or could not be read", "unassigned=1..1! limit=1..500", "", "application/json Inventories"},
{"GET",  "/api/v1/inventories/{id}",   "One of them, with the units under which its machine is known and what happened to them", "", "", "application/json KnownInventory"},
{"POST", "/api/v1/inventories/{id}/tie", "Says whose it is: recorded for `unit`. Other units under which the machine is known are named in `beside` by who has looked at them", "unit=unit! command=uuid! worker=text station=text beside=text serial_differs=1..1", "", "application/json InventoryReply"},
{"POST", "/api/v1/diagnostics",        "What Blancco, Phonecheck or M360 says of a device: recorded with the tests it has done for `unit`, or for the one that its IMEI or serial number tells, which then needs `command` and `worker`; else kept until somebody says whose it is", "unit=unit command=uuid worker=text station=text",
 "*/*", "application/json InventoryReply", 200, 202},
{"POST", "/api/v1/erasures",           "A workbench's report, which certifies the drives of which it proves that they are erased, or a log of nwipe: evidence for each drive, never a certificate", "unit=unit! command=uuid! worker=text", "*/*", "application/json ErasureReply"},
{"GET",  "/api/v1/erasures",           "Logs in which no drive is known, or that could not be read", "unassigned=1..1! limit=1..500", "", "application/json Erasures"},
{"POST", "/api/v1/units/{code}/release", "A leader answers for another tool's signed report that a phone is erased, under the site's written rule", "", "application/json Release", "application/json CommandReply"},
{"GET",  "/api/v1/destruction-lists",  "Lists of what contractors say to have destroyed, each with what comparing it with the sealed bins found", "limit=1..100", "", "application/json DestructionLists"},
{"POST", "/api/v1/destruction-lists",  "A contractor's list (CSV) held against the bins that were handed over", "command=uuid! bins=text!", "*/*", "application/json DestructionList"},
{"POST", "/api/v1/destruction-lists/{id}/confirm", "The drives on both sides are destroyed from now on; those that are missing stay sealed", "", "application/json Slip", "application/json DestructionList"},
{"GET",  "/api/v1/erasure-policy",     "For which media the site accepts a verified overwriting where there is no Purge; the newest row counts", "", "", "application/json ErasurePolicies"},
{"POST", "/api/v1/erasure-policy",     "A manager writes down what is accepted from now on, and why", "", "application/json NewErasurePolicy", "application/json ErasurePolicy", 201},
{"GET",  "/api/v1/drives/{code}/certificate", "The certificate that a drive is erased, signed: the same each time (certificate.md)", "", "", "application/json Certificate"},
{"GET",  "/api/v1/drives/{code}/certificate.pdf", "The same on paper, in the reader's language", "", "", "*/*"},
{"GET",  "/api/v1/units/{code}/certificate", "What became of the data of a machine: its drives, each with the fingerprint of its certificate or the word why there is none; signed", "", "", "application/json Summary"},
{"GET",  "/api/v1/units/{code}/certificate.pdf", "The same on paper, in the reader's language", "", "", "*/*"},
{"GET",  "/api/v1/lots/{lot}/certificate", "The same of a lot", "", "", "application/json Summary"},
{"GET",  "/api/v1/lots/{lot}/certificate.pdf", "The same on paper, in the reader's language", "", "", "*/*"},
{"GET",  "/api/v1/donors/{id}/certificate", "The same of all that a donor gave; it names no person and no association", "", "", "application/json Summary"},
{"GET",  "/api/v1/donors/{id}/certificate.pdf", "The same on paper, in the reader's language", "", "", "*/*"},
// Machines on the benches
{"POST", "/api/v1/benches/{report}",   "A machine under test says how it stands, at least every two seconds while it works; it hears which unit it is, and its job", "", "application/json BenchState", "application/json BenchOrders"},
{"POST", "/api/v1/benches/{report}/tests", "What a machine has found out about itself, for the unit of its job and in the name of who made it", "", "application/json BenchTests", "application/json object"},
{"GET",  "/api/v1/benches",            "Machines on the benches of the site that were heard of within the hour", "", "", "application/json Benches"},
{"GET",  "/api/v1/benches/stream",     "The same as they speak", "", "", "text/event-stream"},
{"POST", "/api/v1/jobs",               "A person's scan says which unit a machine is and what it may do; what comes back is signed (workbench.md)", "", "application/json NewJob", "application/json Job", 201},
{"PUT",  "/api/v1/files/{sha256}",     "A picture (PNG, JPEG) or document (PDF) of at most 4 MB under the SHA-256 of its bytes. A picture is kept without its metadata, a PDF as it is. An association may keep 40 MB", "", "*/*", "application/json File", 201},
{"GET",  "/api/v1/files/{sha256}",     "A picture or document", "", "", "*/*"},
{"DELETE", "/api/v1/files/{sha256}",   "Takes a picture or document away for good", "", "", "", 204},
// Who asks
{"POST", "/api/v1/sessions",           "A person's token for programs, good for twelve hours", "", "application/json Account", "application/json Session", 201},
// What a terminal needs
{"POST", "/api/v1/terminals",          "Trades an access code for a terminal's token", "", "application/json Enrolment", "application/json Terminal", 201},
{"POST", "/api/v1/terminals/self",     "Who this terminal is, and whether it was restored from an old copy of itself", "", "application/json OwnCounter", "application/json TerminalSelf"},
{"POST", "/api/v1/badge",              "Whose badge it is", "", "application/json Badge", "application/json BadgeHolder"},
{"POST", "/api/v1/codes/lease",        "Codes for labels that are printed before the server hears of what carries them", "", "application/json Lease", "application/json Codes"},
{"GET",  "/api/v1/procedures",         "What the stations play", "", "", "application/json Procedures"},
{"GET",  "/api/v1/pick-list",          "What waits to be taken from its shelf, in the order of a walk", "", "", "application/json PickList"},
{"GET",  "/api/v1/locations",          "Shelves and zones of the site", "", "", "application/json Locations"},
{"GET",  "/api/v1/labels/{file}",      "A label, the same dots as on paper: `unit.png`, or `unit.pdf` for one a page or, with `sheet`, for A4 sheets. `data` is an object of the kind's fields, or in a PDF an array of them, at most 100 labels in all; without it a sample is drawn. What names one machine or drive for good (`unit`, `drive`) comes from the workshop's printers alone: here its `code` is the sample's", "data=text size=text dpi=203|300 sheet=text used=0..1000 copies=1..100", "", "*/*"},
// Catalogue and requests
{"GET",  "/api/v1/catalogue",          "What is on offer", "category=word", "", "application/json Catalogue"},
{"POST", "/api/v1/requests",           "An association orders or asks", "", "application/json NewRequest", "application/json RequestMade", 201},
{"GET",  "/api/v1/requests/{number}",  "A request, for its association and the house", "", "", "application/json Request"},
// Open to everybody
{"GET",  "/u/{code}",                  "A unit's passport; HTML unless JSON is asked for", "", "", "application/json Passport"},
{"GET",  "/api/v1/openapi.json",       "This description", "", "", "application/json object"},
{"GET",  "/healthz",                   "The program runs", "", "", "text/plain"},
{"GET",  "/readyz",                    "The program can work", "", "", "text/plain"},
{"GET",  "/metrics",                   "Figures for Prometheus, for programs on this machine", "", "", "text/plain"},
};
// clang-format on

}  // namespace

std::span<const Operation> operations() {
    return table;
}

bool isDescribed(std::string_view path) {
    return path.starts_with("/api/") || path.starts_with("/u/") || path == "/healthz" || path == "/readyz" ||
           path == "/metrics";
}

}  // namespace remise
