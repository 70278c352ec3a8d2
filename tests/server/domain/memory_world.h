#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/domain/decide.h"

namespace remise::test {

/// A world without database: decides commands and keeps what comes out. It shows the rules only what a
/// command's references let the ledger load, and holds every accepted decision to what a ledger needs: events
/// in order, states that a replay of them gives again, no member that is null.
class MemoryWorld : public domain::World {
public:
    MemoryWorld();

    /// "" when it was accepted, else the refusal's code.
    std::string send(std::string_view kind, const std::string& subject, domain::Value data = {});
    std::string send(std::string_view kind, const std::string& subject, domain::Value data,
                     const domain::Author&);
    std::string send(const domain::Command&, const domain::Author&);
    /// Sends what must be accepted.
    void must(std::string_view kind, const std::string& subject, domain::Value data = {});
    void must(std::string_view kind, const std::string& subject, domain::Value data, const domain::Author&);
    static domain::Command command(std::string_view kind, const std::string& subject, domain::Value data);

    static domain::Author person(domain::Role);
    /// The author with a colleague's checked signature.
    [[nodiscard]] domain::Author signedByTwo() const;
    [[nodiscard]] domain::Author leaderWithPin() const;
    /// Somebody like them at another site.
    static domain::Author at(domain::Author, std::string_view site);

    /// A laptop of ours, just received, without any drive known.
    std::string laptop();
    /// A drive that was put into the unit, holding data.
    std::string putDrive(const std::string& unit);
    void erase(const std::string& unit, const std::string& drive);
    /// A laptop whose only drive is in sealed custody, brought to a stage by its usual way.
    std::string laptopAt(std::string_view stage);
    /// Every fact of an in_work laptop but the drives'.
    void work(const std::string& unit);
    std::string box();
    /// A request that the association has just sent; its number.
    std::string ask(domain::Value::Array lines, std::string_view way = "demande");
    /// A request for LAP-B, as far as its stage; what is proposed are new laptops from stock.
    std::string requestAt(std::string_view stage, int quantity = 1);
    std::string newCode(domain::Subject);
    [[nodiscard]] std::string unitOf(const std::string& request) const;

    [[nodiscard]] const domain::Entity& unit(const std::string& code) const;
    [[nodiscard]] const domain::Entity& drive(const std::string& code) const;
    [[nodiscard]] const domain::Entity& container(const std::string& code) const;
    [[nodiscard]] const domain::Entity& request(const std::string& number) const;
    [[nodiscard]] const std::vector<domain::Event>& history(domain::Subject, const std::string& code) const;
    [[nodiscard]] std::string next(const std::string& unit) const;
    /// Kinds of the events of the last accepted command: "unit:attach_drive drive:attach_drive".
    [[nodiscard]] const std::string& lastEvents() const { return m_lastEvents; }

    [[nodiscard]] const domain::Entity* find(domain::Subject, std::string_view code) const override;
    domain::Outcome<domain::Entity> begin(domain::Subject, std::string_view code) override;
    domain::Entity beginNew(domain::Subject) override;
    [[nodiscard]] bool holdsUnits(std::string_view container) const override;
    [[nodiscard]] const std::pair<domain::Entity, domain::Event>* beforeLast(
        std::string_view unit) const override;

    domain::Author worker = person(domain::Role::worker), colleague = person(domain::Role::worker),
                   leader = person(domain::Role::leader), logistics = person(domain::Role::logistics),
                   team = person(domain::Role::team), member = person(domain::Role::association),
                   itself = person(domain::Role::system);
    std::string shelf;
    static domain::Value allTestsPass();
    static domain::Value receiving();
    /// What the server says of a drive whose report proves that it is erased.
    static domain::Value certifying(const std::string& drive);
    static domain::Value stocking(const std::string& shelf);

private:
    using Key = std::pair<domain::Subject, std::string>;
    void load(const domain::Command&);
    void accept(const domain::Decision&);
    void checkReplay(const Key&) const;
    const domain::Entity& get(domain::Subject, const std::string& code) const;

    std::map<Key, domain::Entity> m_entities;
    std::map<Key, std::vector<domain::Event>> m_histories;
    std::map<std::string, std::pair<domain::Entity, domain::Event>, std::less<>> m_beforeLast;
    std::set<Key> m_loaded;
    std::uint64_t m_nextId = 0;
    std::string m_lastEvents;
};

/// True when a null hides anywhere in it: a member that was made by reading it.
bool holdsNull(const domain::Value&);

}  // namespace remise::test
