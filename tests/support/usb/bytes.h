#pragma once

#include <initializer_list>
#include <string>

namespace remise::test::usb {

inline std::string bytes(std::initializer_list<int> values) {
    std::string made;
    for (const int value : values)
        made += static_cast<char>(value);
    return made;
}

}  // namespace remise::test::usb
