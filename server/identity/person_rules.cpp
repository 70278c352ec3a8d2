#include "server/identity/person_rules.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "server/http/escapes.h"

namespace remise::identity {
namespace {

bool isAddress(std::string_view email) {
    const auto at = email.find('@');
    if (at == email.npos || at == 0 || email.find('@', at + 1) != email.npos || email.size() > 254)
        return false;
    const auto host = email.substr(at + 1);
    const bool readable = std::none_of(email.begin(), email.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u <= ' ' || u == 0x7F || c == '<' || c == '>' || c == ',' || c == ';' || c == '"';
    });
    return readable && host.find('.') != host.npos && host.front() != '.' && host.back() != '.' &&
           host.find("..") == host.npos;
}

}  // namespace

domain::Outcome<std::string> normaliseEmail(std::string_view typed) {
    std::string email(http::trimmed(typed));
    for (char& c : email)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!isAddress(email)) return domain::Refusal(domain::refusals::emailNotValid);
    return email;
}

domain::Outcome<std::string> normaliseName(std::string_view typed) {
    const auto name = http::trimmed(typed);
    const auto letters = std::count_if(name.begin(), name.end(),
                                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    if (letters == 0 || letters > static_cast<long>(mostNameLetters))
        return domain::Refusal(domain::refusals::nameNotValid, {{"most", std::to_string(mostNameLetters)}});
    return std::string(name);
}

}  // namespace remise::identity
