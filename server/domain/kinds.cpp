#include "server/domain/kinds.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"

namespace remise::domain {
namespace {

using enum Subject;
constexpr auto O = Offline::allowed, S = Offline::waits;
constexpr auto day = Authorship::daily, proof = Authorship::lasting;
constexpr auto badge = Signature::badge, pin = Signature::pin, two = Signature::secondPerson;
constexpr auto no = Undo::never, own = Undo::own;
constexpr Roles floor_ = Role::worker | Role::leader | Role::admin | Role::system;
constexpr Roles yard = floor_ | Role::logistics;
constexpr Roles lead = Role::leader | Role::admin | Role::system;
constexpr Roles office = Role::team | Role::admin | Role::system;
constexpr Roles goods = Role::logistics | Role::leader | Role::admin | Role::system;
constexpr Roles asker = Role::association | Role::team | Role::admin | Role::system;

// clang-format off
constexpr KindRow table[] = {
// name              subject    from                                      to             off roles   author signature undo  data
{"receive",          unit,      "-",                                      "received",     O, yard,   day,   badge, no,
 "category=word! owner=ours|client|association! basis=gift|purchase|service|eco_organism! legal_status=product|waste! public_gift=bool "
 "container=container lot=word donor=uuid label=object maker=text model=text serial=text weight_g=0..200000 location=location", "A unit gets its identity"},
{"sort",             unit,      "received in_work",                       "in_work",      O, floor_, day,   badge, own,
 "category=word! verdict=keep|recycle|dismantle! locked=bool battery=ok|swollen|none", "First look: what it is, is it worth work"},
{"unlock",           unit,      "received in_work",                       "in_work",      O, floor_, day,   badge, own,
 "method=word", "A lock (BIOS, account) was removed"},
{"record_test",      unit,      "received in_work",                       "in_work",      O, floor_, proof, badge, own,
 "tests=object! defects=object tool=text", "Results of tests, each pass, fail or na"},
{"record_erasure",   unit,      "received in_work",                       "in_work",      O, floor_, proof, badge, no,
 "drive=drive! outcome=erased|failed! method=text! level=clear|purge verification=full_read|sampled second=uuid report=uuid bad_sectors=0..9007199254740991", "An erasure that failed, by a person's word or a tool's; nobody's word says any more that one is erased"},
{"certify_drive",    unit,      "received in_work",                       "in_work",      S, Role::system, proof, badge, no,
 "drive=drive! method=word! level=clear|purge! verification=full_read|sampled! report=uuid! tool=text policy=uuid second_check=bool", "Our own reading of the medium, after the last write, has shown that a drive is erased; the server alone records it, from a report that proves it. One that was drawn for a second check waits for it"},
{"release_drive",    unit,      "received in_work",                       "in_work",      S, Role::system, proof, badge, no,
 "drive=drive! report=uuid! tool=text! method=text policy=uuid! checked=bool", "A leader answers for another tool's signed report that a phone is erased, under the site's written rule; the server alone records it, once it has read the report"},
{"check_drive",      unit,      "received in_work",                       "in_work",      S, Role::system, proof, badge, no,
 "drive=drive! outcome=verified|failed! report=uuid! bad_sectors=0..9007199254740991", "Another person has had a drive that was drawn read again; the server alone records it, from the report"},
{"clean",            unit,      "received in_work",                       "in_work",      O, floor_, day,   badge, own,
 "", "Cleaned outside"},
{"grade",            unit,      "received in_work",                       "in_work",      O, floor_, day,   badge, own,
 "cosmetic=A|B|C|D|R! battery_health=0..100", "How it looks; with the tests this makes the public grade"},
{"install",          unit,      "received in_work",                       "in_work",      O, floor_, day,   badge, own,
 "os=linux|windows|chromeos|android|other! version=text licence=word", "Operating system installed"},
{"repair",           unit,      "received in_work",                       "in_work",      O, floor_, day,   badge, own,
 "part=word! origin=new|harvested! tests=list!", "A part was changed; the tests of what it touched are void"},
{"report",           unit,      "received in_work",                       "in_work",      O, floor_, proof, badge, no,
 "facts=list! second=uuid", "Several facts at once, from a tool: all or none"},
{"control",          unit,      "in_work",                                "controlled",   O, floor_, proof, badge, no,
 "substitute=bool", "A second pair of eyes: everything is there"},
{"fail_control",     unit,      "controlled",                             "in_work",      O, floor_, proof, badge, no,
 "void=list!", "The control failed: these facts are to be done again"},
{"stock",            unit,      "controlled",                             "in_stock",     O, yard,   day,   badge, no,
 "product=word! location=location! price_cents=0..10000000 warranty_months=0..120 channel=solidatech|shop|label_emmaus|business|lot|loan", "On its shelf, with product and price"},
{"recheck",          unit,      "in_stock",                               "in_work",      O, yard,   day,   badge, no,
 "", "Back to the workshop for another look"},
{"reserve",          unit,      "in_stock",                               "reserved",     S, office | Role::logistics, day, badge, no,
 "request=request!", "Kept for a request"},
{"release",          unit,      "reserved",                               "in_stock",     S, office | Role::logistics, day, badge, no,
 "", "No longer kept"},
{"pick",             unit,      "reserved",                               "picked",       O, yard,   day,   badge, no,
 "", "Taken from its shelf"},
{"unpick",           unit,      "picked",                                 "in_stock",     O, yard,   day,   badge, no,
 "location=location!", "Put back on its shelf; the reservation ends"},
{"pack",             unit,      "picked",                                 "packed",       O, yard,   day,   badge, no,
 "accessories=list! weight_g=1..100000", "In its parcel with what belongs to it"},
{"unpack",           unit,      "packed",                                 "picked",       O, yard,   day,   badge, no,
 "", "The parcel was opened again"},
{"ship",             unit,      "packed",                                 "shipped",      S, yard,   proof, badge, no,
 "carrier=colissimo|laposte|dpd|gls|heppner|kuehne_nagel! tracking=text!", "Given to the carrier"},
{"hand_over",        unit,      "packed",                                 "handed_over",  S, yard,   proof, badge, no,
 "collection_code=word!", "Collected by the association; the code they say is kept, and not compared with anything yet"},
{"deliver",          unit,      "shipped",                                "delivered",    O, goods,  day,   badge, no,
 "", "Arrived"},
{"return",           unit,      "shipped handed_over delivered",          "returned",     O, yard,   day,   badge, no,
 "reason=word! unopened=bool", "Came back"},
{"restock",          unit,      "returned",                               "in_stock",     O, yard,   day,   badge, no,
 "location=location!", "Came back unopened and was inspected"},
{"readmit",          unit,      "returned",                               "in_work",      O, yard,   day,   badge, no,
 "", "Came back and goes through the workshop again"},
{"block",            unit,      "on_site",                                "blocked",      O, yard,   day,   badge, no,
 "reason=word", "Lock, hazard or doubt: nothing more happens to it"},
{"unblock",          unit,      "blocked",                                "?",            O, yard,   day,   badge, no,
 "", "The doubt is gone"},
{"to_dismantle",     unit,      "received in_work in_stock returned to_recycle", "to_dismantle", O, floor_, day, badge, no,
 "", "For parts"},
{"dismantle",        unit,      "to_dismantle",                           "dismantled",   O, floor_, day,   badge, no,
 "parts=list", "Taken apart"},
{"to_recycle",       unit,      "received in_work in_stock returned blocked to_dismantle dismantled", "to_recycle", O, floor_, day, badge, no,
 "", "For the recycler"},
{"recycle",          unit,      "to_recycle",                             "recycled",     S, goods,  proof, badge, no,
 "slip=word! weight_g=1..1000000!", "Left with a hand-over slip"},
{"hand_back",        unit,      "received in_work blocked",               "handed_back",  S, goods,  proof, badge, no,
 "signature=uuid!", "Back to its owner, against signature"},
{"lose",             unit,      "on_site shipped",                        "lost",         O, yard,   day,   badge, no,
 "", "Not found where it should be"},
{"find",             unit,      "lost",                                   "?",            O, yard,   day,   badge, no,
 "location=location", "There it is"},
{"move",             unit,      "on_site",                                "=",            O, yard,   day,   badge, own,
 "location=location!", "To another place"},
{"put_in",           unit,      "on_site",                                "=",            O, yard,   day,   badge, own,
 "container=container!", "Into a container"},
{"take_out",         unit,      "on_site",                                "=",            O, yard,   day,   badge, own,
 "location=location", "Out of its container"},
{"transfer",         unit,      "on_site",                                "=",            O, yard,   day,   badge, no,
 "site=word!", "On its way to another site"},
{"arrive",           unit,      "on_site",                                "=",            O, yard,   day,   badge, no,
 "location=location", "Scanned at the other site"},
{"attach_drive",     unit,      "on_site",                                "=",            O, floor_, day,   badge, no,
 "drive=drive serial=text model=text medium=hdd|ssd|nvme|emmc|other capacity_mb=1..1000000000 slot=word", "A drive is in this unit"},
{"remove_drive",     unit,      "on_site",                                "=",            O, floor_, day,   badge, no,
 "drive=drive!", "A drive was taken out"},
{"confirm_no_drive", unit,      "received in_work",                       "in_work",      O, floor_, proof, two,   no,
 "second=uuid", "Two people looked: there is no drive in it"},
{"record_inventory", unit,      "on_site",                                "=",            O, floor_, day,   badge, no,
 "report=uuid! hardware=object! drives=list", "What a tool found in it"},
{"relabel",          unit,      "on_site",                                "=",            O, yard,   day,   badge, no,
 "reason=damaged|unreadable|doubtful|first! old=scanned|destroyed|none! drive=drive", "Its label was printed again, or that of a drive in it, with what became of the old one; never for one that is lost. Only a drive gets its first label so"},
{"note",             unit,      "any",                                    "=",            O, yard,   day,   badge, no,
 "note=uuid!", "A remark; its text lives outside the ledger"},
{"undo",             unit,      "on_site",                                "?",            O, yard,   day,   badge, no,
 "", "The last answer taken back: one's own, or another's by a leader with PIN"},
{"correct",          unit,      "any",                                    "=",            S, lead,   proof, pin,   no,
 "field=category|maker|model|serial|owner|basis|legal_status|public_gift! value=text! reason=word! second=uuid", "A leader mends a record, with a reason"},
{"merge",            unit,      "on_site",                                "merged",       S, lead,   proof, pin,   no,
 "into=unit! reason=word! second=uuid", "Two records of one thing; both histories stay"},

{"seal_drive",       drive,     "detected failed to_check to_destroy certified", "in_custody",   O, floor_, proof, two,   no,
 "bin=word! second=uuid site=word", "Into the sealed numbered bin, two badges"},
{"destroy_drive",    drive,     "in_custody to_destroy",                  "destroyed",    S, floor_, proof, two,   no,
 "method=word! slip=word second=uuid", "Destroyed"},
{"confirm_destruction", drive,  "in_custody",                             "destroyed",    S, Role::system, proof, badge, no,
 "list=uuid! slip=text!", "The contractor's list says that it is destroyed, and a leader has confirmed the list; the server alone records it"},

{"open_container",   container, "-",                                      "open",         O, yard,   day,   badge, no,
 "container_kind=cage|pallet|tray|box! site=word donor=uuid location=location seal=word weight_g=0..5000000", "A cage, pallet, tray or box starts its life"},
{"count",            container, "open",                                   "=",            O, yard,   day,   badge, no,
 "lines=list!", "What is in it, counted"},
{"split",            container, "open",                                   "=",            O, yard,   day,   badge, no,
 "to=container! lines=list!", "Part of it goes into another"},
{"combine",          container, "open",                                   "emptied",      O, yard,   day,   badge, no,
 "into=container!", "All of it goes into another"},
{"move_container",   container, "open",                                   "=",            O, yard,   day,   badge, no,
 "location=location!", "To another place, with all it holds"},
{"transfer_container", container, "open",                                 "in_transit",   O, yard,   day,   badge, no,
 "site=word!", "On its way to another site"},
{"arrive_container", container, "in_transit",                             "open",         O, yard,   day,   badge, no,
 "location=location", "Scanned at the other site"},

{"submit",           request,   "-",                                      "submitted",    S, asker,  day,   badge, no,
 "way=commande|demande! association=uuid! lines=list! purpose=word", "An association asks or orders"},
{"return_for_completion", request, "submitted",                           "incomplete",   S, office, day,   badge, no,
 "missing=word!", "Something is missing"},
{"complete",         request,   "incomplete",                             "submitted",    S, asker,  day,   badge, no,
 "lines=list purpose=word", "What was missing is there"},
{"validate",         request,   "submitted",                              "?",            S, office, day,   badge, no,
 "pay_later=bool", "The team agrees: a demande is queued, a commande is quoted"},
{"refuse",           request,   "submitted incomplete queued quoted",     "refused",      S, office, day,   badge, no,
 "reason=word!", "The team says no, and why"},
{"propose",          request,   "queued quoted",                          "proposed",     S, office, day,   badge, no,
 "units=list!", "These units, kept for it"},
{"accept",           request,   "proposed",                               "confirmed",    S, asker,  day,   badge, no,
 "", "The association says yes"},
{"decline",          request,   "proposed",                               "?",            S, asker,  day,   badge, no,
 "reason=word", "The association says no; the units go back to stock"},
{"pay",              request,   "confirmed preparing partly_shipped shipped delivered", "?", S, office, day,   badge, no,
 "means=card|transfer|cheque! amount_cents=0..100000000!", "Paid, before or after delivery"},
{"cancel",           request,   "submitted incomplete queued quoted proposed confirmed paid preparing", "cancelled", S, asker, day, badge, no,
 "reason=word", "Called off; the units go back to stock"},
{"close",            request,   "delivered",                              "closed",       S, office, day,   badge, no,
 "", "Nothing left to do"},
};
// clang-format on

std::string_view nextWord(std::string_view& rest) {
    while (!rest.empty() && rest.front() == ' ')
        rest.remove_prefix(1);
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

bool isText(std::string_view text) {
    return !text.empty() && text.size() <= 255 && text.find('\0') == text.npos;
}

bool isCode(const Value& value, CodeKind kind) {
    return value.isText() && codeKind(value.text()) == kind;
}

bool inRange(const Value& value, std::string_view type) {
    const auto dots = type.find("..");
    std::int64_t least = 0, most = 0;
    std::from_chars(type.data(), type.data() + dots, least);
    std::from_chars(type.data() + dots + 2, type.data() + type.size(), most);
    return value.isInteger() && value.integer() >= least && value.integer() <= most;
}

bool isOneOf(const Value& value, std::string_view words) {
    if (!value.isText()) return false;
    while (!words.empty()) {
        const auto end = std::min(words.find('|'), words.size());
        if (words.substr(0, end) == value.text()) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

bool isCodeType(std::string_view type) {
    return type == "unit" || type == "drive" || type == "container" || type == "location";
}

}  // namespace

bool isWord(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.' || c == '/';
    });
}

bool hasType(const Value& value, std::string_view type) {
    if (type == "word" || type == "request") return value.isText() && isWord(value.text());
    if (type == "text") return value.isText() && isText(value.text());
    if (type == "bool") return value.isBool();
    if (type == "uuid") return value.isText() && Uuid::parse(value.text()).has_value();
    if (type == "object") return value.isObject();
    if (type == "list") return value.isArray();
    if (type == "unit") return isCode(value, CodeKind::unit);
    if (type == "drive") return isCode(value, CodeKind::drive);
    if (type == "container") return isCode(value, CodeKind::container);
    if (type == "location") return isCode(value, CodeKind::location);
    return type.find("..") != type.npos ? inRange(value, type) : isOneOf(value, type);
}

Value asPrinted(const KindRow& row, Value data) {
    if (!data.isObject()) return data;
    data.object().eraseIf([](const auto& member) { return member.second.isNull(); });
    for (const Field& field : fieldsOf(row))
        if (const auto said = data.object().find(field.name);
            said != data.object().end() && isCodeType(field.type) && said->second.isText())
            said->second = normaliseScan(said->second.text());
    return data;
}

std::span<const KindRow> kinds() {
    return table;
}

const KindRow* kindNamed(std::string_view name) {
    static const auto byName = [] {
        std::unordered_map<std::string_view, const KindRow*> rows;
        for (const KindRow& row : table)
            rows.emplace(row.name, &row);
        return rows;
    }();
    const auto found = byName.find(name);
    return found == byName.end() ? nullptr : found->second;
}

bool startsFrom(const KindRow& row, Subject subject, std::string_view stage) {
    for (std::string_view rest = row.from, word; !(word = nextWord(rest)).empty();) {
        if (word == "-") {
            if (stage.empty()) return true;
        } else if (word == "any") {
            if (!stage.empty()) return true;
        } else if (word == "on_site") {
            const StageRow* known = findStage(subject, stage);
            if (known && known->onSite && !(row.to == stage)) return true;
        } else if (word == stage) {
            return true;
        }
    }
    return false;
}

std::vector<Field> fieldsOf(const KindRow& row) {
    return fieldsOf(row.fields);
}

std::vector<Field> fieldsOf(std::string_view rest) {
    std::vector<Field> fields;
    for (std::string_view word; !(word = nextWord(rest)).empty();) {
        const auto equals = word.find('=');
        Field field{word.substr(0, equals), word.substr(equals + 1), word.back() == '!'};
        if (field.required) field.type.remove_suffix(1);
        fields.push_back(field);
    }
    return fields;
}

Verdict checkMembers(std::string_view written, const Value& value, std::string_view where) {
    const std::string prefix = where.empty() ? "" : std::string(where) + ".";
    if (!value.isObject()) return Refusal(refusals::badData, {{"field", std::string(where)}});
    const auto fields = fieldsOf(written);
    for (const Field& field : fields) {
        const Value& member = value[field.name];
        if (member.isNull()) {
            if (field.required)
                return Refusal(refusals::missingData, {{"field", prefix + std::string(field.name)}});
        } else if (!hasType(member, field.type)) {
            return Refusal(refusals::badData, {{"field", prefix + std::string(field.name)}});
        }
    }
    for (const auto& member : value.object())
        if (std::ranges::find(fields, member.first, &Field::name) == fields.end())
            return Refusal(refusals::unknownData, {{"field", prefix + member.first}});
    return {};
}

Verdict checkData(const KindRow& row, const Value& data) {
    static const Value nothing = Value::Object{};
    if (!data.isNull() && !data.isObject()) return Refusal(refusals::badData, {{"field", "data"}});
    return checkMembers(row.fields, data.isNull() ? nothing : data, "");
}

}  // namespace remise::domain
