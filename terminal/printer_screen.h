#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>
#include <string>
#include <vector>

#include "server/domain/language.h"
#include "terminal/printers.h"

namespace remise::terminal {

/// The screen of the printers: how each of them is, now; which labels come out of it; a test page.
class PrinterScreen : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QVariantList printers READ printers NOTIFY changed)
    Q_PROPERTY(QVariantList labels READ labels NOTIFY changed)
    Q_PROPERTY(QString doubt READ doubt NOTIFY changed)
    Q_PROPERTY(bool canChoose READ canChoose NOTIFY changed)
    Q_PROPERTY(bool canTest READ canTest NOTIFY changed)
public:
    explicit PrinterScreen(Printers& printers, QObject* parent = nullptr);

    /// [{name, detail, icon, word, sign, chosen}]: chosen is the one that the rest of the screen is about.
    [[nodiscard]] QVariantList printers() const;
    /// [{label, paper, here, fits}]: the kinds of labels, and whether they come out of the chosen printer.
    [[nodiscard]] QVariantList labels() const;
    /// The question after a label that keeps all others of the chosen printer waiting; empty when none does.
    [[nodiscard]] QString doubt() const;
    [[nodiscard]] bool canChoose() const { return m_canChoose; }
    [[nodiscard]] bool canTest() const;

    void setLanguage(domain::Language language, QVariantMap wording);
    enum class Right { look, choose };
    /// From now on it is on the screen, for somebody with this right.
    void show(Right);
    void hide();

public slots:
    void select(int index);
    /// Labels of this kind come out of the chosen printer; touched again, on its next paper.
    void choose(int index);
    void test();
    /// The label in doubt is on its machine; or it was torn up, or never came out.
    void found();
    void destroyed();

signals:
    void changed();

private:
    [[nodiscard]] const Printers::Known* chosen() const;
    void look();

    Printers& m_printers;
    domain::Language m_language = domain::Language::french;
    QVariantMap m_wording;
    std::vector<Printers::Known> m_known;
    std::string m_chosen;  ///< id
    bool m_canChoose = false;
    QTimer m_again;  ///< while it is on the screen, printers are asked how they are
};

}  // namespace remise::terminal
