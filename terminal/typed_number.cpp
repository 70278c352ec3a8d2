#include "terminal/typed_number.h"

namespace remise::terminal {

namespace {

constexpr qsizetype mostDigits = 8;

}  // namespace

QString typedAfter(const QString& typed, const QString& key, const NumberRange& range) {
    if (key == "back") return typed.chopped(std::min<qsizetype>(typed.size(), 1));
    const qsizetype comma = typed.indexOf(',');
    if (key == ",")
        return range.decimals == 0 || comma >= 0 ? typed : (typed.isEmpty() ? QString("0,") : typed + ",");
    const bool full = comma >= 0 ? typed.size() - comma > range.decimals : typed.size() >= mostDigits;
    return full ? typed : typed + key;
}

std::optional<std::int64_t> typedNumber(const QString& typed, const NumberRange& range) {
    if (typed.isEmpty()) return std::nullopt;
    const QString whole = typed.section(',', 0, 0);
    const QString decimals = typed.section(',', 1).leftJustified(range.decimals, '0');
    return (whole + decimals).toLongLong();
}

}  // namespace remise::terminal
