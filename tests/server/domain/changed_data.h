#pragma once

#include "server/domain/value.h"

/// Data of a command with one thing changed.
namespace remise::test {

inline domain::Value with(domain::Value data, std::string_view name, domain::Value value) {
    data[name] = std::move(value);
    return data;
}

inline domain::Value without(domain::Value data, std::string_view name) {
    data.object().erase(std::string(name));
    return data;
}

/// One answer of record_test.
inline domain::Value answers(std::string_view test, std::string_view result) {
    return domain::Value::Object{{"tests", domain::Value::Object{{std::string(test), result}}}};
}

}  // namespace remise::test
