import QtQuick
import Remise

/// The one main action of a screen.
Touchable {
    id: action

    property string label
    property string icon

    touchLabel: label
    implicitHeight: 96
    implicitWidth: row.width + 64
    fill: enabled ? Tokens.teal : "#D5DADA"
    edge: fill

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 16

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: action.icon
            colour: action.enabled ? "#ffffff" : Tokens.muted
            side: 44
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            text: action.label
            strong: true
            font.pixelSize: 30
            color: action.enabled ? "white" : Tokens.muted
        }
    }
}
