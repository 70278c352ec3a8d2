import QtQuick
import Remise

/// One of the three things at the bottom of every screen.
Touchable {
    id: button

    property string label
    property string icon

    touchLabel: label
    height: 92
    fill: "transparent"
    edge: "transparent"

    Row {
        anchors.centerIn: parent
        spacing: 16

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: button.icon
            side: 44
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            text: button.label
            font.pixelSize: 28
        }
    }
}
