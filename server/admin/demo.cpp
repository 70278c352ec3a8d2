#include "server/admin/demo.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include "db/association_store.h"
#include "db/product_store.h"
#include "db/setting_store.h"
#include "db/transaction.h"
#include "db/unit_store.h"
#include "server/admin/demo_data.h"
#include "server/admin/demo_history.h"
#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "server/proof/sha256.h"

namespace remise::admin {
namespace {

using namespace domain;
using identity::ServerSecret;

Milliseconds nowMilliseconds() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// Readable by its owner only from its first byte on, and whole or not there.
void writeSecretFile(const std::filesystem::path& path, const std::string& text) {
    const std::string partial = path.string() + ".partial";
    std::filesystem::remove(partial);
    const int file = open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool written = file >= 0 &&
                         write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         fsync(file) == 0;
    if (file >= 0) close(file);
    if (!written) throw std::runtime_error("cannot write " + partial);
    std::filesystem::rename(partial, path);
}

/// A password that can be read aloud: four groups of letters that nobody confuses.
std::string newPassword() {
    std::string password;
    for (int i = 0; i < 16; ++i) {
        if (i && i % 4 == 0) password += '-';
        password += static_cast<char>(std::tolower(codeAlphabet[identity::randomBelow(18)]));
    }
    return password;
}

/// Words kept so that a demo which was interrupted is not loaded twice.
bool isDone(db::Pool& pool, std::string_view part) {
    const auto connection = pool.take();
    return db::settingOr(*connection, part, "no") == "yes";
}

void set(db::Pool& pool, std::string_view name, std::string_view content) {
    const auto connection = pool.take();
    connection->prepare("UPDATE setting SET content = ? WHERE name = ?").bind(content).bind(name).execute();
}

/// When the demo was first loaded here: its histories end there, in a run that goes on with it too. Refused
/// where somebody else's units are.
Milliseconds beginning(db::Pool& pool, Milliseconds now) {
    std::string began;
    {
        const auto connection = pool.take();
        began = db::settingOr(*connection, "demo_began", "");
        if (began.empty() && connection->prepare("SELECT 1 FROM unit LIMIT 1").query().next())
            throw std::runtime_error(
                "this database has units that are not the demo's: the demo is for an empty one");
    }
    if (!began.empty()) return std::stoll(began);
    set(pool, "demo_began", std::to_string(now));
    return now;
}

/// Noted as soon as somebody is made, so that only the demo's own people are ever dropped.
void notePerson(db::Pool& pool, const Uuid& person) {
    const auto connection = pool.take();
    (void)db::settingOr(*connection, "demo_people", "");
    connection->prepare("UPDATE setting SET content = CONCAT(content, ?) WHERE name = 'demo_people'")
        .bind(person.raw())
        .execute();
}

struct Accounts {
    Value file = Value::Object{};
    DemoHistory::People people;
};

void addStaff(db::Pool& pool, Accounts& accounts, Milliseconds now) {
    struct Row {
        const char* email;
        const char* name;
        Role role;
    };
    static constexpr Row rows[] = {
        {"encadrante@remise.example", "Camille", Role::leader},
        {"logistique@remise.example", "Sacha", Role::logistics},
        {"equipe@remise.example", "Dominique", Role::team},
        {"pilotage@remise.example", "Alix", Role::manager},
        {"admin@remise.example", "Claude", Role::admin},
    };
    Value::Array staff;
    for (const Row& row : rows) {
        const std::string password = newPassword();
        const auto person =
            identity::createStaff(pool, {row.email, password, row.name, "fr"}, row.role, demoSite, now);
        if (!person) throw std::runtime_error("demo: " + person.refusal().text(Language::english));
        notePerson(pool, *person);
        if (row.role == Role::logistics) accounts.people.logistics = *person;
        if (row.role == Role::team) accounts.people.team = *person;
        if (row.role == Role::manager) accounts.people.manager = *person;
        staff.push_back(
            Value::Object{{"email", row.email}, {"password", password}, {"role", roleName(row.role)}});
    }
    accounts.file["staff"] = staff;
}

void addWorkers(db::Pool& pool, const ServerSecret& secret, Accounts& accounts, Milliseconds now) {
    Value::Array workers;
    for (const Role role :
         {Role::leader, Role::worker, Role::worker, Role::worker, Role::worker, Role::logistics}) {
        const auto worker = identity::createWorker(pool, secret, {role, demoSite, "fr", ""}, now);
        notePerson(pool, worker.person);
        accounts.people.workers.push_back(worker.person);
        workers.push_back(Value::Object{
            {"badge", worker.badge}, {"name", worker.name}, {"pin", worker.pin}, {"role", roleName(role)}});
    }
    accounts.file["workers"] = workers;
}

/// Accounts of a load that was interrupted are dropped: their secrets were never written down. The addresses
/// are free again, also of one that was not noted any more: their domain is nobody else's.
void forgetAccounts(db::Pool& pool, Milliseconds now) {
    std::string people;
    {
        const auto connection = pool.take();
        people = db::settingOr(*connection, "demo_people", "");
    }
    for (; people.size() >= 16; people.erase(0, 16))
        identity::dismiss(pool, Uuid::fromRaw(people.substr(0, 16)), now);
    set(pool, "demo_people", "");
    const auto connection = pool.take();
    connection->execute("UPDATE person SET active = 0, email = NULL WHERE email LIKE '%@remise.example'");
}

}  // namespace

bool hasDemo(db::Pool& pool, const DemoPlace& place) {
    return std::filesystem::exists(place.file) && isDone(pool, "demo_units");
}

void loadDemo(db::Pool& pool, ledger::Codes& codes, const ServerSecret& secret, const DemoPlace& place,
              const std::atomic<bool>& stop) {
    const Milliseconds now = nowMilliseconds();
    Accounts accounts;
    const bool hasUnits = isDone(pool, "demo_units");
    const Milliseconds today = hasUnits ? now : beginning(pool, now);
    forgetAccounts(pool, now);
    addWorkers(pool, secret, accounts, now);
    addStaff(pool, accounts, now);
    if (!isDone(pool, "demo_tables")) {
        const auto connection = pool.take();
        db::Transaction transaction(*connection);
        for (const auto& product : demoProducts(now))
            db::saveProduct(*connection, product);
        for (const auto& location : demoLocations())
            db::saveLocation(*connection, location);
        for (const auto& donor : demoDonors())
            db::saveDonor(*connection, donor);
        for (const auto& association : demoAssociations(now))
            db::addAssociation(*connection, association);
        connection->prepare("UPDATE setting SET content = 'yes' WHERE name = 'demo_tables'").execute();
        transaction.commit();
    }
    std::vector<Association> associations;
    std::vector<Uuid> donors;
    {
        const auto connection = pool.take();
        db::AssociationFilter validated;
        validated.state = AssociationState::validated;
        associations = db::listAssociations(*connection, validated);
        for (const auto& donor : db::listDonors(*connection))
            donors.push_back(donor.id);
    }
    if (!hasUnits) {
        std::vector<std::string> shelves;
        for (const auto& location : demoLocations())
            shelves.push_back(location.code);
        DemoHistory(pool, codes, today, stop).make(accounts.people, associations, donors, shelves);
        if (stop) return;
        set(pool, "demo_units", "yes");
    }
    const std::string password = newPassword();
    const auto member = identity::prepareMember({"asso@remise.example", password, "Andréa", "fr"},
                                                associations.front().id, now);
    if (!member) throw std::runtime_error("demo: " + member.refusal().text(Language::english));
    {
        const auto connection = pool.take();
        if (auto registered = identity::registerMember(*connection, member.value()); !registered)
            throw std::runtime_error("demo: " + registered.refusal().text(Language::english));
    }
    notePerson(pool, member->id);
    const auto terminal = identity::createTerminal(pool, "démo", {demoSite, {}}, now);
    accounts.file["association"] = Value::Object{{"email", "asso@remise.example"}, {"password", password}};
    accounts.file["terminal_token"] = terminal.token;
    accounts.file["url"] = place.url;
    writeSecretFile(place.file, canonicalJson(accounts.file) + "\n");
}

}  // namespace remise::admin
