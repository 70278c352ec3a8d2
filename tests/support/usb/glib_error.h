#pragma once

#include <glib.h>

#include <stdexcept>
#include <string>

namespace remise::test::usb {

/// Throws what GLib complains of when something was tried.
inline void check(GError* error, const std::string& tried) {
    if (error == nullptr) return;
    const std::string said = error->message;
    g_error_free(error);
    throw std::runtime_error("Cannot " + tried + ": " + said);
}

}  // namespace remise::test::usb
