#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/domain/embedded.h"
#include "server/domain/language.h"

namespace remise::http {

/// What people read, by key and language. Files are server/static/strings/NAME.fr.json and NAME.en.json, one
/// per capability, each one flat object: {"catalogue.title": "…"}.
class Strings {
public:
    using Table = std::map<std::string, std::string, std::less<>>;
    using Details = std::map<std::string, std::string>;

    /// Throws std::invalid_argument on unreadable files, a key given twice, or a key that one language lacks.
    explicit Strings(const embedded::Files&);

    /// The text with {names} replaced from `details`. Throws std::logic_error on an unknown key.
    [[nodiscard]] std::string text(std::string_view key, domain::Language, const Details& details = {}) const;
    [[nodiscard]] const Table& table(domain::Language) const;

private:
    std::map<domain::Language, Table> m_tables;
};

}  // namespace remise::http
