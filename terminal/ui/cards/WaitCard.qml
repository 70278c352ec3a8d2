import QtQuick
import Remise

/// The server is asked.
Item {
    id: card

    property string text

    Column {
        anchors.centerIn: parent
        spacing: 28

        StateSign {
            anchors.horizontalCenter: parent.horizontalCenter
            sign: "wait"
            side: 128
        }

        Said {
            anchors.horizontalCenter: parent.horizontalCenter
            text: card.text
            font.pixelSize: 32
        }
    }
}
