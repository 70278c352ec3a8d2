#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>

#include "server/domain/value.h"

class QQuickItem;
class QQuickWindow;

namespace remise::terminal {

class Client;
class Shell;

/// Stands in for what a floor has around a terminal. Tells a test what is on the screen and where it can be
/// touched: DIR/terminal-view.json, written anew, whole, once a frame that shows something else can be
/// touched; places are in window coordinates. And tells the strip at the bottom the codes of a few shelves,
/// which nobody can walk to.
class Simulation : public QObject {
    Q_OBJECT
public:
    Simulation(Shell& shell, Client& client, QQuickWindow& window, std::filesystem::path folder,
               QObject* parent = nullptr);

private:
    void report();
    void fetchShelves();
    [[nodiscard]] domain::Value view() const;
    void addAnswers(domain::Value::Array& answers, const QQuickItem& item) const;

    Shell& m_shell;
    Client& m_client;
    QQuickWindow& m_window;
    std::filesystem::path m_folder;
    std::string m_written;
    QTimer m_lookAgain;
    bool m_knowsShelves = false;
};

}  // namespace remise::terminal
