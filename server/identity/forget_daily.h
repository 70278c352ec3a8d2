#pragma once

#include <thread>

#include "db/database.h"

namespace remise::identity {

/// Erases what is kept no longer (forget_old.h) at once and then every day, in a thread of its own. A
/// database that is away is said on standard error and asked again an hour later.
class ForgetDaily {
public:
    explicit ForgetDaily(db::Pool&);

private:
    std::jthread m_thread;
};

}  // namespace remise::identity
