import QtQuick
import Remise

/// The camera as a scanner: a button in the corner; on, what it sees, with the place to hold the code.
Touchable {
    id: corner

    required property Camera camera
    required property var words
    readonly property string said: camera.broken ? words["camera.broken"] : camera.dark ? words["camera.dark"] : words["camera.hold"]

    width: camera.on ? 432 : 100
    height: camera.on ? 396 : 92
    touchLabel: camera.on ? words["camera.off"] : words["camera.on"]
    onTouched: camera.on ? camera.turnOff() : camera.turnOn()

    Icon {
        anchors.centerIn: parent
        visible: !corner.camera.on
        name: "camera"
        side: 52
    }

    Column {
        anchors { fill: parent; margins: 16 }
        visible: corner.camera.on
        spacing: 12

        Image {
            width: parent.width
            height: 300
            cache: false
            fillMode: Image.PreserveAspectFit
            source: corner.camera.on ? "image://camera/" + corner.camera.pictures : ""

            Icon {
                anchors.centerIn: parent
                name: corner.camera.broken ? "camera-x" : "scan-frame"
                colour: Tokens.sun
                side: 180
            }
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 12

            Icon {
                visible: corner.camera.dark && !corner.camera.broken
                name: "bulb"
                side: 40
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                text: corner.said
                font.pixelSize: 26
            }
        }
    }
}
