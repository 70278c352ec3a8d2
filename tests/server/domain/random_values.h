#pragma once

#include <random>

#include "server/domain/value.h"

namespace remise::test {

/// Values as hostile as JSON allows: names and texts of every script with controls, quotes and NULs, the ends
/// of the integers, nesting. The same seed gives the same values.
class RandomValues {
public:
    explicit RandomValues(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t n) { return m_random() % n; }

    std::string text() {
        static const std::string pieces[] = {
            "a",  "é", "\"", "\\",     "\n",     "\t",  std::string("\0", 1), "\x01", "\x1f", "\x7f", "/",
            "中", "😀", "Z",  "\u2028", "\uE000", "{x}", "</script>",          "0",    " ",    "ß",    "م"};
        std::string text;
        for (std::size_t n = below(7); n > 0; --n)
            text += pieces[below(std::size(pieces))];
        return text;
    }

    domain::Value value(int depth = 5) {
        static constexpr std::int64_t numbers[] = {0,    1,         -1,  9007199254740992, -9007199254740992,
                                                   1000, -20260101, 255, 4294967296};
        switch (below(depth > 0 ? 7 : 4)) {
            case 0:
                return nullptr;
            case 1:
                return below(2) == 1;
            case 2:
                return numbers[below(std::size(numbers))];
            case 3:
                return text();
            case 4: {
                domain::Value::Array array;
                for (std::size_t n = below(4); n > 0; --n)
                    array.push_back(value(depth - 1));
                return array;
            }
            default: {
                domain::Value::Object object;
                for (std::size_t n = below(5); n > 0; --n)
                    object.emplace(text(), value(depth - 1));
                return object;
            }
        }
    }

private:
    std::mt19937 m_random;
};

}  // namespace remise::test
