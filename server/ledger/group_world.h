#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "server/domain/decide.h"
#include "server/ledger/codes.h"

namespace remise::db {
class Connection;
}

namespace remise::ledger {

/// The entities a group of commands needs, locked and read once, as its commands change them one after
/// another.
class GroupWorld : public domain::World {
public:
    using Key = std::pair<domain::Subject, std::string>;

    /// `now` is read when a new request is numbered.
    GroupWorld(db::Connection&, Codes&, const domain::Milliseconds& now);

    /// Locks and reads what the commands name, then what the rules look at from there.
    void load(const std::vector<const domain::Command*>&);
    /// Takes in what a decision has made of its entities.
    void accept(domain::Decision&);
    [[nodiscard]] const std::map<Key, domain::Entity>& entities() const { return m_entities; }
    /// Loads what only this command's kind looks at: the history that an undo goes back in.
    void loadFor(const domain::Command&);

    [[nodiscard]] const domain::Entity* find(domain::Subject, std::string_view code) const override;
    [[nodiscard]] domain::Outcome<domain::Entity> begin(domain::Subject, std::string_view code) override;
    [[nodiscard]] domain::Entity beginNew(domain::Subject) override;
    [[nodiscard]] bool holdsUnits(std::string_view container) const override;
    [[nodiscard]] const std::pair<domain::Entity, domain::Event>* beforeLast(
        std::string_view unit) const override;

private:
    void lock(const std::vector<Key>&);
    void rememberBefore(const domain::Decision&);

    db::Connection& m_connection;
    Codes& m_codes;
    const domain::Milliseconds& m_now;
    std::map<Key, domain::Entity> m_entities;
    std::map<std::string, std::optional<std::pair<domain::Entity, domain::Event>>, std::less<>> m_beforeLast;
};

}  // namespace remise::ledger
