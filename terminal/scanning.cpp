#include "terminal/scanning.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>

namespace remise::terminal {

namespace {

bool isEnd(const QKeyEvent& event) {
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab;
}

/// The separators of GS1 and of makers' labels, which scanners type with Ctrl.
bool isSeparator(const QKeyEvent& event) {
    return event.text() == "\x1d" || event.text() == "\x1e" || event.text() == "\x04";
}

bool makesText(const QKeyEvent& event) {
    if (isSeparator(event)) return true;
    const bool command = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !command && !event.text().isEmpty() && event.text().front().isPrint();
}

/// Somebody has clicked an input and types there.
bool isTyping(const QWindow& window) {
    const QObject* input = window.focusObject();
    return input && input->property("typing").toBool();
}

}  // namespace

Scanning::Scanning(QWindow& window, QObject* parent) : QObject(parent), m_window(window) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Scanning::giveBack);
    m_clock.start();
    window.installEventFilter(this);
}

bool Scanning::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::TouchBegin) emit stirred();
    if (event->type() != QEvent::KeyPress || m_givingBack) return QObject::eventFilter(watched, event);
    emit stirred();
    if (isTyping(m_window)) return QObject::eventFilter(watched, event);
    return press(static_cast<const QKeyEvent&>(*event));
}

bool Scanning::press(const QKeyEvent& event) {
    // The event's own time, not the time we got round to it: a busy moment must not cut a scan in two.
    const Wedge::Moment at(event.timestamp() > 0 ? static_cast<std::int64_t>(event.timestamp())
                                                 : m_clock.elapsed());
    if (isEnd(event)) {
        const auto scan = m_wedge.finish(at);
        if (!scan && m_wedge.isEndOfScan(at)) return true;
        if (!scan) {
            giveBack();
            return false;
        }
        m_held.clear();
        m_patience.stop();
        emit scanned(QString::fromStdString(*scan));
        return true;
    }
    if (!makesText(event)) return false;
    if (!m_wedge.key(event.text().toStdString(), at)) giveBack();
    m_held.emplace_back(event.clone());
    m_patience.start(m_wedge.patience());
    return true;
}

void Scanning::giveBack() {
    m_patience.stop();
    m_givingBack = true;
    for (const auto& key : std::exchange(m_held, {})) {
        QCoreApplication::sendEvent(&m_window, key.get());
        QKeyEvent release(QEvent::KeyRelease, key->key(), key->modifiers(), key->text());
        QCoreApplication::sendEvent(&m_window, &release);
    }
    m_givingBack = false;
}

}  // namespace remise::terminal
