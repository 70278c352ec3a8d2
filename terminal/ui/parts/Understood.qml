import QtQuick
import Remise

/// Shows that the card goes away when it is touched.
Row {
    id: hint

    property string label
    property color colour: Tokens.ink

    spacing: 12

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: "hand-click"
        colour: hint.colour
        side: 36
    }

    Said {
        anchors.verticalCenter: parent.verticalCenter
        text: hint.label
        color: hint.colour
    }
}
