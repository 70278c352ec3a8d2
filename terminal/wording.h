#pragma once

#include <QVariantMap>

#include "server/domain/language.h"

namespace remise::terminal {

/// The terminal's own strings in a language, from ui/strings: key → text. Throws when the catalogue that was
/// built in is not readable.
QVariantMap wordingIn(domain::Language);

}  // namespace remise::terminal
