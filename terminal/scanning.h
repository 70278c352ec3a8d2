#pragma once

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "terminal/wedge.h"

class QWindow;

namespace remise::terminal {

/// Hears keyboard-wedge scanners on a window, whatever has the focus: their keys are swallowed, the scan is
/// told once it is whole. Keys that turn out to be a person's are given back, and an input that a person has
/// clicked (its property `typing`) gets them at once.
class Scanning : public QObject {
    Q_OBJECT
public:
    explicit Scanning(QWindow& window, QObject* parent = nullptr);

signals:
    /// As typed; normalising is for those who know what is expected.
    void scanned(const QString& text);
    /// A touch or a key: somebody is there.
    void stirred();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QKeyEvent& event);
    void giveBack();

    QWindow& m_window;
    Wedge m_wedge;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QTimer m_patience;
    QElapsedTimer m_clock;
    bool m_givingBack = false;
};

}  // namespace remise::terminal
