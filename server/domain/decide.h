#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "server/domain/command.h"
#include "server/domain/entity.h"
#include "server/domain/kinds.h"

/// The decision: what a command makes of the world, or why not. Pure: no clock, no I/O; the ledger brings
/// what is needed and stores what comes out.
namespace remise::domain {

/// Who does it, as far as the rules care. Checked before.
struct Author {
    Role role = Role::system;
    Uuid actor;         ///< pseudonym of the day
    Uuid lastingActor;  ///< pseudonym where proof needs authorship
    Uuid association;   ///< of an association's member
    std::string site;   ///< where they stand; empty for who is at no site (an association, the system)
    bool pinChecked = false;
    Uuid second;  ///< lasting pseudonym of the second person whose badge and PIN were checked; nil: nobody
};

/// What the rules may look at.
class World {
public:
    virtual ~World() = default;
    /// The entity as it stands, or null when nothing ever happened to it.
    [[nodiscard]] virtual const Entity* find(Subject, std::string_view code) const = 0;
    /// A code of ours that may begin its life: given out to a label, and not in use.
    [[nodiscard]] virtual Outcome<Entity> begin(Subject, std::string_view code) = 0;
    /// A new code for something that comes without one.
    [[nodiscard]] virtual Entity beginNew(Subject) = 0;
    /// True when a unit that is in our hands is in this container.
    [[nodiscard]] virtual bool holdsUnits(std::string_view container) const = 0;
    /// The unit as it was before its last event, with that event (its data may be left out); null when there
    /// is none or its command made several, which one undo can't take back. Only for `undo`.
    [[nodiscard]] virtual const std::pair<Entity, Event>* beforeLast(std::string_view unit) const = 0;
};

/// Events of one command, in order, each with the entity it happened to, and the entities after them.
struct Decision {
    struct Step {
        Subject subject;
        std::string code;
        Event event;
    };
    std::vector<Step> steps;
    std::map<std::pair<Subject, std::string>, Entity> entities;
    std::pair<Subject, std::string> primary;
};

Outcome<Decision> decide(const Command&, const Author&, Milliseconds recordedAt, World&);

/// Codes a command names besides its subject, so that they can be loaded before it is decided.
std::vector<std::pair<Subject, std::string>> referencesOf(const Command&, const KindRow&);
/// What the rules of this kind also look at, once the named ones are loaded: a unit's request, a request's
/// units.
std::vector<std::pair<Subject, std::string>> followersOf(const KindRow&, const Entity&);

/// The reply's view of an entity.
SubjectView viewOf(const Entity&);

}  // namespace remise::domain
