#pragma once

#include <QVariantMap>

#include "server/domain/value.h"

namespace remise::terminal {

/// A machine on the benches as a tile: {report, code, name, detail, sign, icon, word, needs, needsIcon,
/// permil, left, isOver}. `permil` is how far its work has come, -1 when nothing is measured; `left` how long
/// the machine still works by itself. Code and needs are empty where there are none.
QVariantMap benchTile(const domain::Value& bench, const QVariantMap& wording);

}  // namespace remise::terminal
