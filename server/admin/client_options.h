#pragma once

#include <string>

#include "db/open_file.h"
#include "db/settings.h"

namespace remise::admin {

/// Tells MariaDB's own programs how to reach a database, so that its password is on no command line and on no
/// disk: an option file in memory, which ends with us however that comes about.
class ClientOptions {
public:
    explicit ClientOptions(const db::Settings&);

    /// The first argument of such a program, which must run as our user while this object lives.
    [[nodiscard]] std::string argument() const;

private:
    db::OpenFile m_file;
};

}  // namespace remise::admin
