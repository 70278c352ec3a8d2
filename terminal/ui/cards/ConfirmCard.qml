import QtQuick
import Remise

/// Something to do, then one thing to touch.
Item {
    id: card

    property string label

    signal confirmed()

    MainAction {
        anchors.centerIn: parent
        width: Math.min(parent.width, 480)
        height: 160
        icon: "check"
        label: card.label
        onTouched: card.confirmed()
    }
}
