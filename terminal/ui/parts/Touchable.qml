import QtQuick
import Remise

/// Whatever can be touched: a rounded field that answers the finger at once, and says what touching it means.
Rectangle {
    id: touchable

    property string touchLabel
    property color edge: Tokens.line
    property color fill: "white"
    readonly property bool held: tap.pressed

    signal touched()

    radius: Tokens.corner
    color: held ? Qt.tint(fill, Qt.rgba(0.043, 0.42, 0.384, 0.16)) : fill
    border.width: 2
    border.color: edge

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: touchable.touched()
    }
}
