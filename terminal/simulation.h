#pragma once

#include <QObject>
#include <QPointer>
#include <filesystem>

#include "server/domain/value.h"

class QQuickItem;
class QQuickWindow;

namespace remise::terminal {

class Shell;

/// Tells a test what is on the screen and where it can be touched: DIR/terminal-view.json, written anew,
/// whole, after every frame that shows something else. Places are in window coordinates.
class Simulation : public QObject {
    Q_OBJECT
public:
    Simulation(Shell& shell, QQuickWindow& window, std::filesystem::path folder, QObject* parent = nullptr);

private:
    void report();
    [[nodiscard]] domain::Value view() const;
    void addAnswers(domain::Value::Array& answers, const QQuickItem& item) const;

    Shell& m_shell;
    QQuickWindow& m_window;
    std::filesystem::path m_folder;
    std::string m_written;
};

}  // namespace remise::terminal
