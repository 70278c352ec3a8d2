#pragma once

#include <QQuickImageProvider>

namespace remise::terminal {

/// Draws an icon at the size and in the colour asked for: `image://icons/NAME/RRGGBB`. Icons are one family
/// of strokes, so that one file serves every colour.
class Icons : public QQuickImageProvider {
public:
    Icons() : QQuickImageProvider(QQuickImageProvider::Image) {}

    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;

    /// True when there is an icon of this name.
    static bool has(const QString& name);
};

}  // namespace remise::terminal
