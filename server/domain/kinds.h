#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/entity.h"
#include "server/domain/outcome.h"
#include "server/domain/roles.h"

/// THE table: every kind of command, from which stages to which, who may, what it carries, whether it may be
/// done without the server. Read by server, terminal and documentation; nothing outside decides what may
/// happen.
namespace remise::domain {

/// May people act on it before the server has answered?
enum class Offline { allowed, waits };
/// Which pseudonym signs the event: the person's of the day, or the lasting one where proof needs authorship.
enum class Authorship { daily, lasting };
/// What must be shown besides the badge.
enum class Signature { badge, pin, secondPerson };
/// May its author take it back as long as nothing else happened to the unit?
enum class Undo { never, own };

struct KindRow {
    std::string_view name;
    Subject subject;
    /// Stages it may start from, blank-separated: names, `-` (does not exist yet), `on_site`, `any`.
    std::string_view from;
    /// Stage it leads to; `=` stays, `?` decided by the guard.
    std::string_view to;
    Offline offline;
    Roles roles;
    Authorship authorship;
    Signature signature;
    Undo undo;
    /// Fields of `data`, blank-separated `name=type` with `!` when it must be there. Types: word, text, bool,
    /// uuid, object, list, integer ranges `0..100`, codes (unit, drive, container, location, request), or the
    /// allowed words `a|b|c`.
    std::string_view fields;
    /// What it is for, in a line, for the generated documentation.
    std::string_view purpose;
};

std::span<const KindRow> kinds();
const KindRow* kindNamed(std::string_view name);

/// True when the row may start from this stage (empty: the subject does not exist yet).
bool startsFrom(const KindRow&, Subject, std::string_view stage);

struct Field {
    std::string_view name;
    std::string_view type;
    bool required = false;
};
std::vector<Field> fieldsOf(const KindRow&);
/// The same for any text that is written like `KindRow::fields`.
std::vector<Field> fieldsOf(std::string_view fields);

/// True when the value is what a field of this type may hold.
bool hasType(const Value&, std::string_view type);
/// 1 to 64 letters, digits, `_`, `-`, `.`, `/`: what is stable and can stand in any label or list.
bool isWord(std::string_view);

/// The data with its codes as they are printed, whatever case or address the scanner made of them, and
/// without members that are null: those count as absent.
Value asPrinted(const KindRow&, Value data);

/// Holds an object to fields written as in the table; `where` it lies is named in the refusal.
Verdict checkMembers(std::string_view fields, const Value&, std::string_view where);

/// Holds `data` to the row's fields: names the first one that is missing, unknown or of the wrong type.
Verdict checkData(const KindRow&, const Value& data);

}  // namespace remise::domain
