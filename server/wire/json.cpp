#include "server/wire/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/domain/refusals.h"

namespace remise::wire {
namespace {

using domain::Refusal;
using domain::Value;

constexpr std::int64_t largest = std::int64_t{1} << 53;  // what every JSON reader holds exactly
constexpr std::size_t deepest = 64;

/// Builds a Value while the text is read, so that a hostile text is refused at its first wrong place.
class Reader : public nlohmann::json_sax<nlohmann::json> {
public:
    std::string why;

    bool null() override { return put(Value{}); }
    bool boolean(bool b) override { return put(Value(b)); }
    bool number_integer(number_integer_t n) override {
        return n < -largest ? fail("number too large") : put(Value(std::int64_t{n}));
    }
    bool number_unsigned(number_unsigned_t n) override {
        return n > static_cast<std::uint64_t>(largest) ? fail("number too large")
                                                       : put(Value(static_cast<std::int64_t>(n)));
    }
    bool number_float(number_float_t, const string_t& text) override { return fail("fraction " + text); }
    bool string(string_t& text) override { return put(Value(std::move(text))); }
    bool binary(binary_t&) override { return fail("binary"); }
    bool start_object(std::size_t) override { return open(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_object() override {
        // Sorted once: a hostile order of names costs no more than any other.
        auto& members = m_open.back().members;
        std::sort(members.begin(), members.end(),
                  [](const auto& a, const auto& b) { return domain::isCanonicalBefore(a.first, b.first); });
        Value::Object object;
        for (auto& [name, value] : members)
            if (!object.emplace(name, std::move(value))) return fail("twice: " + name);
        return close(std::move(object));
    }
    bool end_array() override { return close(std::move(m_open.back().elements)); }
    bool key(string_t& name) override {
        m_open.back().members.emplace_back(std::move(name), Value{});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return why.empty() ? fail("character " + std::to_string(position)) : false;
    }

    Value result;

private:
    bool fail(std::string what) {
        why = std::move(what);
        return false;
    }
    bool open() {
        if (m_open.size() >= deepest) return fail("nested too deeply");
        m_open.emplace_back();
        return true;
    }
    bool close(Value done) {
        m_open.pop_back();
        return put(std::move(done));
    }
    bool put(Value value) {
        if (m_open.empty())
            result = std::move(value);
        else if (auto& members = m_open.back().members; !members.empty())
            members.back().second = std::move(value);
        else
            m_open.back().elements.push_back(std::move(value));
        return true;
    }

    /// An array or an object of which the end has not come yet.
    struct Open {
        Value::Array elements;
        std::vector<Value::Object::value_type> members;
    };
    std::vector<Open> m_open;
};

}  // namespace

domain::Outcome<Value> readJson(std::string_view text) {
    // The library takes a NUL for the end, and whatever follows would go unread.
    if (const auto nul = text.find('\0'); nul != text.npos)
        return Refusal(domain::refusals::notJson, {{"why", "character " + std::to_string(nul + 1)}});
    Reader reader;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &reader))
        return Refusal(domain::refusals::notJson, {{"why", reader.why}});
    return std::move(reader.result);
}

}  // namespace remise::wire
