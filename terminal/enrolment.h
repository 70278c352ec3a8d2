#pragma once

#include <QObject>

#include "terminal/client.h"
#include "terminal/options.h"
#include "terminal/shell.h"

namespace remise::terminal {

/// Makes this terminal known to the server, and begins. A token that is kept from before is used first, so
/// that a kiosk may always start with the same command line; the one-time code is for when there is none, or
/// when the server no longer knows it.
class Enrolment : public QObject {
    Q_OBJECT
public:
    Enrolment(Client& client, Shell& shell, const Options& options, QObject* parent = nullptr);

    void begin();

private:
    void trade();
    void keep(const std::string& token);

    Client& m_client;
    Shell& m_shell;
    const Options& m_options;
    bool m_traded = false;  ///< the code is good for one try
};

}  // namespace remise::terminal
