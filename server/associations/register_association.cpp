#include "server/associations/register_association.h"

#include "db/association_store.h"
#include "server/domain/refusals.h"
#include "server/identity/create_person.h"
#include "server/identity/passwords.h"
#include "server/identity/person_rules.h"

namespace remise::associations {

namespace refusals = domain::refusals;
using domain::Refusal;

namespace {

std::string valueOf(const Typed& typed, std::string_view field) {
    const auto found = typed.find(field);
    return found == typed.end() ? "" : found->second;
}

identity::NewAccount readPerson(const Typed& typed, domain::Language language, Wrongs& wrongs) {
    identity::NewAccount account{valueOf(typed, "email"), valueOf(typed, "password"),
                                 valueOf(typed, "first_name"), std::string(domain::languageTag(language))};
    if (const auto email = identity::normaliseEmail(account.email); !email)
        wrongs.emplace("email", email.refusal());
    if (const auto name = identity::normaliseName(account.name); !name)
        wrongs.emplace("first_name", name.refusal());
    if (const auto password = identity::checkPassword(account.password); !password)
        wrongs.emplace("password", password.refusal());
    return account;
}

/// What the database knows already; asked before a password is hashed, which takes long.
void lookUp(db::Connection& connection, const domain::Association& association, const std::string& email,
            Wrongs& wrongs) {
    if (db::findAssociationByIdentifier(connection, association.rna, association.siren))
        wrongs.emplace("name", Refusal(refusals::associationKnown));
    else if (const auto address = identity::normaliseEmail(email);
             address && db::findPersonByEmail(connection, *address))
        wrongs.emplace("email", Refusal(refusals::emailTaken));
}

void write(db::Pool& pool, const domain::Association& association, const db::Person& member, Wrongs& wrongs) {
    db::transact(pool, [&](db::Connection& connection) {
        wrongs.clear();
        if (const auto verdict = identity::registerMember(connection, member); !verdict)
            wrongs.emplace("email", verdict.refusal());
        else
            db::addAssociation(connection, association);
    });
}

}  // namespace

domain::Verdict registerAssociation(db::Pool& pool, const identity::ServerSecret& secret, const Typed& typed,
                                    const http::Request& request, Wrongs& wrongs) {
    auto association = readAssociation(typed, wrongs);
    const auto account = readPerson(typed, request.language, wrongs);
    if (!wrongs.empty()) return {};
    const auto now = request.receivedAt;
    if (const auto one = identity::Try::begin(pool, secret, {{registrationTries, request.remote}}, now); !one)
        return one.refusal();
    lookUp(*pool.take(), association, account.email, wrongs);
    if (!wrongs.empty()) return {};
    association.id = domain::Uuid::v7(now);
    association.state = domain::AssociationState::toReview;
    association.createdAt = association.changedAt = now;
    const auto member = identity::prepareMember(account, association.id, now);
    if (!member) {
        wrongs.emplace("email", member.refusal());
        return {};
    }
    try {
        write(pool, association, *member, wrongs);
    } catch (const db::Error& error) {
        // Two people register the same association at once: the second one sees it only here.
        if (!error.isDuplicateKey()) throw;
        wrongs.emplace("name", Refusal(refusals::associationKnown));
    }
    return {};
}

}  // namespace remise::associations
